import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something the processor told us happened: a trigger to look, never a fact in itself. */
@Entity('processor_event')
@Index('processor_event_waiting', ['nextTryAt', 'id'], { where: `state = 'waiting'` })
export class ProcessorEventRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'processor_event_pkey' })
  id!: string;

  @Column('text')
  type!: string;

  @Column('text', { name: 'object_id' })
  objectId!: string;

  @Column('timestamptz', { name: 'happened_at' })
  happenedAt!: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;

  @Column('text')
  state!: 'waiting' | 'done' | 'held';

  @Column('smallint')
  tries!: number;

  @Column('timestamptz', { name: 'next_try_at' })
  nextTryAt!: Date;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;
}
