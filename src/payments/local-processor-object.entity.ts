import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An object of our own stand-in for the processor; or, of the kind `address`, where it listens. */
@Entity('local_processor_object')
export class LocalProcessorObjectRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'local_processor_object_pkey' })
  kind!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'local_processor_object_pkey' })
  id!: string;

  /** The place in the order of making. */
  @Column('bigint')
  ordinal!: string;

  @Column('json')
  body!: object;

  @Column('json')
  aside!: object;
}
