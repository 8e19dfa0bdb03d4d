import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which donation or pledge, in which set of books, an object at the processor belongs to. */
@Entity('processor_object')
export class ProcessorObjectRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'processor_object_pkey' })
  id!: string;

  @Column('uuid', { name: 'community_id' })
  communityId!: string;

  @Column('text')
  about!: 'donation' | 'pledge';

  @Column('uuid', { name: 'about_id' })
  aboutId!: string;
}
