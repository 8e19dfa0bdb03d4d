import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person's request under a key was answered: for a day, sealed with the key itself. */
@Entity('kept_answer')
@Index('kept_answer_done_at', ['doneAt'])
export class KeptAnswerRow {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'kept_answer_pkey' })
  personId!: string;

  /** SHA-256 of the key. */
  @PrimaryColumn('bytea', { name: 'key_hash', primaryKeyConstraintName: 'kept_answer_pkey' })
  keyHash!: Buffer;

  /** Of the whole request, under a secret that follows from the key. */
  @Column('bytea')
  fingerprint!: Buffer;

  /** Null only while it is being done. */
  @Column('bytea', { nullable: true })
  answer!: Buffer | null;

  @Column('timestamptz', { name: 'done_at' })
  doneAt!: Date;
}
