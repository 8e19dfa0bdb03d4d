import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A part of a grant, paid at once, and the milestone that it brings. */
@Entity('tranche')
@Unique('tranche_order_key', ['communityId', 'applicationId', 'n'])
export class TrancheRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'tranche_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tranche_pkey' })
  id!: string;

  /** Also the id of the grant, once there is one. */
  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Its place in the order of payment, from 1. */
  @Column('smallint')
  n!: number;

  @Column('bigint')
  minor!: string;

  /** The title of its milestone. */
  @Column('text')
  milestone!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @Column('uuid', { name: 'accepted_by', nullable: true })
  acceptedBy!: string | null;

  /** What showed that the milestone was reached. */
  @Column('text', { nullable: true })
  evidence!: string | null;
}
