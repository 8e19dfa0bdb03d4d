import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../kernel/currency';

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

  @Column('uuid', { name: 'foundation_id', nullable: true })
  foundationId!: string | null;

  @Column('uuid', { name: 'payment_id', nullable: true })
  paymentId!: string | null;

  @Column('text', { nullable: true })
  currency!: Currency | null;

  @Column('bigint', { nullable: true })
  minor!: string | null;
}
