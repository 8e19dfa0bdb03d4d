import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a till asked for, as it wrote it: ids may be unknown, the clock may be wrong. */
export interface AskedOffline {
  readonly residentId: string;
  readonly occurredAt: string;
  readonly lines: readonly { readonly productId: string; readonly quantity: number }[];
}

/** An exchange that a till made offline and that could not be recorded any more, and why. */
@Entity('till_task')
@Unique('till_task_key', ['communityId', 'key'])
@Index('till_task_open', ['communityId', 'storeId', 'id'], { where: 'resolved_at is null' })
export class TillTaskRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'till_task_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'till_task_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;

  @Column('jsonb')
  asked!: AskedOffline;

  /** The refusal: its code, its facts, and the field of the exchange that it names. */
  @Column('text')
  code!: string;

  @Column('jsonb')
  facts!: Record<string, unknown>;

  @Column('text', { array: true })
  path!: string[];

  @Column('uuid', { name: 'reported_by', nullable: true })
  reportedBy!: string | null;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;

  /** What became of it. */
  @Column('text', { nullable: true })
  note!: string | null;
}
