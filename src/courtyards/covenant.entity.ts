import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A version of the covenant of a community or a courtyard, as a resolution adopted it. */
@Entity('covenant')
@Unique('covenant_number_key', ['communityId', 'placeId', 'number'])
export class CovenantRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'covenant_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'covenant_pkey' })
  id!: string;

  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  /** Its place among the versions, from 1. */
  @Column('integer')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('uuid', { name: 'resolution_id' })
  resolutionId!: string;

  /** Who executed the resolution. */
  @Column('uuid', { name: 'adopted_by', nullable: true })
  adoptedBy!: string | null;

  @Column('timestamptz', { name: 'adopted_at' })
  adoptedAt!: Date;
}
