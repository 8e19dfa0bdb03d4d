import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ParticipationMode } from '../society/participation-mode';

export type ActivityState = 'announced' | 'held' | 'cancelled';

/** What a courtyard's organisation holds. */
@Entity('activity')
@Index('activity_in_place', ['communityId', 'placeId', 'id'])
@Index('activity_once', ['communityId', 'placeId', 'startsAt', 'title'], {
  unique: true,
  where: `state <> 'cancelled'`,
})
@Index('activity_untold', ['communityId', 'placeId', 'startsAt'], {
  where: `state = 'announced'`,
})
@Index('activity_told', ['communityId', 'placeId', 'recordedAt'], {
  where: `state = 'held'`,
})
export class ActivityRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'activity_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_pkey' })
  id!: string;

  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  /** The body that stood for the courtyard when it was announced. */
  @Column('uuid', { name: 'body_id' })
  bodyId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  about!: string;

  @Column('text')
  venue!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('text')
  mode!: ParticipationMode;

  @Column('text')
  state!: ActivityState;

  /** How many residents took part. */
  @Column('integer', { nullable: true })
  participants!: number | null;

  @Column('text', { nullable: true })
  report!: string | null;

  @Column('text', { name: 'cancel_reason', nullable: true })
  cancelReason!: string | null;

  @Column('uuid', { name: 'announced_by', nullable: true })
  announcedBy!: string | null;

  @Column('timestamptz', { name: 'announced_at' })
  announcedAt!: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz', { name: 'recorded_at', nullable: true })
  recordedAt!: Date | null;
}
