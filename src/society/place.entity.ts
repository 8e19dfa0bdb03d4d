import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

export const PLACE_KINDS = [
  'city',
  'district',
  'street',
  'community',
  'courtyard',
  'grid',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place; city-wide. Its lineage is itself with everything above it, from the city down. */
@Entity('place')
@Unique('place_slug_key', ['slug'])
@Index('place_parent_id', ['parentId', 'id'])
@Index('place_lineage', { synchronize: false })
@Index('place_communities', ['parentId', 'id'], { where: `kind = 'community'` })
export class PlaceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'place_pkey' })
  id!: string;

  @Column('text')
  kind!: PlaceKind;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  slug!: string | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('uuid', { array: true })
  lineage!: string[];

  @Column('boolean', { name: 'keeps_books' })
  keepsBooks!: boolean;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;
}
