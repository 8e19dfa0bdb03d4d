import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** What a store's pool came to owe its operator in a month, as it was stated, line by line. */
@Entity('operator_statement')
@Unique('operator_statement_number', ['communityId', 'number'])
@Unique('operator_statement_part', ['communityId', 'storeId', 'month', 'part'])
@Index('operator_statement_of_store', ['communityId', 'storeId', 'id'])
@Index('operator_statement_waiting', ['communityId', 'poolId', 'id'], {
  where: 'settled_at is null',
})
export class OperatorStatementRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'operator_statement_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'operator_statement_pkey' })
  id!: string;

  /** Without a gap in a set of books. */
  @Column('integer')
  number!: number;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  /** `2026-11`. */
  @Column('text')
  month!: string;

  /** 1 is the month's statement; later parts state what came in or was voided since. */
  @Column('integer')
  part!: number;

  /** The legs that it covers of the account on which the month is owed, both ends included. */
  @Column('bigint', { name: 'from_seq' })
  fromSeq!: string;

  @Column('bigint', { name: 'through_seq' })
  throughSeq!: string;

  @Column('text')
  currency!: Currency;

  /** Minor units; below zero where more was voided than came in late. */
  @Column('bigint')
  total!: string;

  /** Null: it was issued by itself. */
  @Column('uuid', { name: 'issued_by', nullable: true })
  issuedBy!: string | null;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('uuid', { name: 'checked_by', nullable: true })
  checkedBy!: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  /** Since when nothing of it is left to pay or to decide. */
  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
