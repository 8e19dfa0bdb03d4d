import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A household (户) of a community: it has one allowance, and one vote where the rule says so. */
@Entity('household')
@Unique('household_address_key', ['communityId', 'address'])
@Index('household_by_address', ['communityId', 'address', 'id'])
export class HouseholdRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'household_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'household_pkey' })
  id!: string;

  @Column('text')
  address!: string;

  @Column('uuid', { name: 'grid_id', nullable: true })
  gridId!: string | null;
}
