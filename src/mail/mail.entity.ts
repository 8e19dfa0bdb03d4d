import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Locale } from './letter';

/** `kept`: there is no post office here; the letter is read on the demonstration's own page. */
export type MailState = 'waiting' | 'sent' | 'kept' | 'failed';

/** A letter to one person: which one, in which language, and the facts that go into it. */
@Entity('mail')
@Unique('mail_key_key', ['communityId', 'key'])
@Index('mail_waiting', ['nextTryAt'], { where: "state = 'waiting'" })
@Index('mail_kept', ['id'], { where: "state = 'kept'" })
export class MailRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'mail_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' })
  id!: string;

  /** What the letter is about, so that it is written once: `donation/<id>/received`. */
  @Column('text')
  key!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  locale!: Locale;

  @Column('text')
  template!: string;

  @Column('jsonb')
  facts!: Record<string, unknown>;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text')
  state!: MailState;

  /** How often somebody has set out to send it. */
  @Column('smallint')
  tries!: number;

  /** Not before this moment; while somebody is sending it, until when nobody else does. */
  @Column('timestamptz', { name: 'next_try_at' })
  nextTryAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;
}
