import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CouncilKind } from './council-kinds';

/** A council of the people of a community, a courtyard or a grid. */
@Entity('council')
@Index('council_in_place', ['communityId', 'placeId', 'id'])
@Index('council_name_key', ['communityId', 'name'], {
  unique: true,
  where: 'dissolved_at is null',
})
export class CouncilRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'council_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'council_pkey' })
  id!: string;

  @Column('text')
  kind!: CouncilKind;

  @Column('text')
  name!: string;

  /** Whose people it is of: the community, or a courtyard or grid of it. */
  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  @Column('uuid', { name: 'founded_by', nullable: true })
  foundedBy!: string | null;

  @Column('timestamptz', { name: 'founded_at' })
  foundedAt!: Date;

  @Column('uuid', { name: 'dissolved_by', nullable: true })
  dissolvedBy!: string | null;

  @Column('timestamptz', { name: 'dissolved_at', nullable: true })
  dissolvedAt!: Date | null;

  @Column('text', { name: 'dissolve_reason', nullable: true })
  dissolveReason!: string | null;

  /** Since when its seats are given by elections alone; null: by those who may. */
  @Column('timestamptz', { name: 'elects_since', nullable: true })
  electsSince!: Date | null;
}
