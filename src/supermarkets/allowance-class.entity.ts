import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A class of goods that households may take only so much of; its id is also its asset's. */
@Entity('allowance_class')
@Unique('allowance_class_code_key', ['communityId', 'code'])
export class AllowanceClassRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'allowance_class_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'allowance_class_pkey' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;
}
