import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const KEY = { primaryKeyConstraintName: 'journal_entry_pkey' };

/** By what a sealed entry is searched for; written by the block that seals it. */
@Entity('journal_entry')
@Index('journal_entry_by_time', ['communityId', 'occurredAt', 'entryId'])
@Index('journal_entry_by_rule', ['communityId', 'rule', 'occurredAt', 'entryId'])
@Index('journal_entry_by_actor', ['communityId', 'actorId', 'occurredAt', 'entryId'], {
  where: 'actor_id is not null',
})
@Index('journal_entry_by_end', { synchronize: false })
export class JournalEntryRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...KEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'entry_id', ...KEY })
  entryId!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('text')
  rule!: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;
}
