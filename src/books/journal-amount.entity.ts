import { Entity, PrimaryColumn } from 'typeorm';

const KEY = { primaryKeyConstraintName: 'journal_amount_pkey' };

/** An amount of money that a line of a sealed entry moves, whichever side it stands on. */
@Entity('journal_amount')
export class JournalAmountRow {
  @PrimaryColumn('uuid', { name: 'community_id', ...KEY })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'asset_id', ...KEY })
  assetId!: string;

  @PrimaryColumn('bigint', { ...KEY })
  minor!: string;

  @PrimaryColumn('timestamptz', { name: 'occurred_at', ...KEY })
  occurredAt!: Date;

  @PrimaryColumn('uuid', { name: 'entry_id', ...KEY })
  entryId!: string;
}
