import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** How an enterprise's remittances into one set of books are split, from a day on. */
@Entity('routing_plan')
@Unique('routing_plan_version', ['communityId', 'enterpriseId', 'currency', 'validFrom', 'version'])
@Index('routing_plan_by_enterprise', ['enterpriseId', 'id'])
export class RoutingPlanRow {
  /** The place in whose books the enterprise's promises stand. */
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'routing_plan_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'routing_plan_pkey' })
  id!: string;

  @Column('uuid', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text')
  currency!: Currency;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** Of several plans for one day the one with the largest version holds. */
  @Column('smallint')
  version!: number;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;
}
