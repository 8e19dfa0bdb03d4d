import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One act in the books, never changed afterwards. */
@Entity('ledger_entry')
@Unique('ledger_entry_key', ['communityId', 'key'])
@Index('ledger_entry_reversed_once', ['communityId', 'reversalOf'], {
  unique: true,
  where: 'reversal_of is not null',
})
@Index('ledger_entry_recorded', { synchronize: false })
export class EntryRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ledger_entry_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ledger_entry_pkey' })
  id!: string;

  @Column('text')
  rule!: string;

  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;

  /** The rule's facts, as plain JSON. */
  @Column('jsonb')
  facts!: Record<string, unknown>;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'reversal_of', nullable: true })
  reversalOf!: string | null;
}
