import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ParticipationMode } from '../society/participation-mode';

export type ProjectOutcome = 'reached' | 'partly_reached' | 'not_reached';

/** A micro-project of a community, a courtyard or a grid. */
@Entity('project')
@Index('project_in_place', ['communityId', 'placeId', 'id'])
@Index('project_of_organisation', ['organisationId', 'id'])
@Index('project_of_grant', ['communityId', 'grantId'], { where: 'grant_id is not null' })
export class ProjectRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'project_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_pkey' })
  id!: string;

  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  /** Who answers for it. */
  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  goal!: string;

  /** Why there are people for it; the same of what follows. */
  @Column('text')
  people!: string;

  @Column('text')
  material!: string;

  @Column('text')
  money!: string;

  @Column('text')
  sustainability!: string;

  @Column('text')
  mode!: ParticipationMode;

  @Column('uuid', { name: 'grant_id', nullable: true })
  grantId!: string | null;

  /** The resolution that opened it; null: somebody who may. */
  @Column('uuid', { name: 'resolution_id', nullable: true })
  resolutionId!: string | null;

  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy!: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: ProjectOutcome | null;

  @Column('text', { nullable: true })
  result!: string | null;
}
