import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Pieces of a product at one cost in an operator's statement; never changed. */
@Entity('operator_statement_line')
export class OperatorStatementLineRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'operator_statement_line_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    name: 'statement_id',
    primaryKeyConstraintName: 'operator_statement_line_pkey',
  })
  statementId!: string;

  /** From 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'operator_statement_line_pkey' })
  line!: number;

  @Column('uuid', { name: 'product_id' })
  productId!: string;

  /** Minor units for a piece. */
  @Column('bigint', { name: 'unit_cost' })
  unitCost!: string;

  /** Exchanged, those that were voided included. */
  @Column('integer')
  pieces!: number;

  @Column('integer')
  voided!: number;
}
