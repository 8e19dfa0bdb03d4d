import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Services that were recorded in one act, and the key under which they were. */
@Entity('service_session')
@Unique('service_session_key', ['communityId', 'key'])
export class ServiceSessionRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'service_session_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_session_pkey' })
  id!: string;

  @Column('text')
  key!: string;

  @Column('bytea')
  fingerprint!: Buffer;

  @Column('uuid', { name: 'service_ids', array: true })
  serviceIds!: string[];

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
