import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Someone signed in. The token itself is nowhere stored: only its SHA-256. */
@Entity('session')
@Index('session_person', ['personId'])
export class SessionRow {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'session_pkey' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
