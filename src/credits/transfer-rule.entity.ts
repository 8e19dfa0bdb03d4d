import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many credits may be handed on within a household in a month, from a month on. */
@Entity('credit_transfer_rule')
export class TransferRuleRow {
  @PrimaryColumn('uuid', {
    name: 'scheme_id',
    primaryKeyConstraintName: 'credit_transfer_rule_pkey',
  })
  schemeId!: string;

  @PrimaryColumn('date', {
    name: 'from_month',
    primaryKeyConstraintName: 'credit_transfer_rule_pkey',
  })
  fromMonth!: string;

  /** Whole credits that a resident may hand on in a month; 0: none. */
  @Column('integer', { name: 'monthly_limit' })
  monthlyLimit!: number;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
