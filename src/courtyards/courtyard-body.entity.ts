import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The body that stands for a courtyard, from a day on: an organisation or a council. */
@Entity('courtyard_body')
@Index('courtyard_body_in_place', ['communityId', 'placeId', 'id'])
@Index('courtyard_body_open', ['communityId', 'placeId'], {
  unique: true,
  where: 'valid_until is null',
})
export class CourtyardBodyRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'courtyard_body_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'courtyard_body_pkey' })
  id!: string;

  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('uuid', { name: 'council_id', nullable: true })
  councilId!: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** The first day on which it stands for it no longer. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  @Column('uuid', { name: 'named_by', nullable: true })
  namedBy!: string | null;

  @Column('timestamptz', { name: 'named_at' })
  namedAt!: Date;
}
