import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A pool's weight in a plan; the pool may stand in another set of books. */
@Entity('routing_plan_share')
@Unique('routing_plan_share_pool', ['communityId', 'planId', 'poolId'])
export class RoutingPlanShareRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'routing_plan_share_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'plan_id', primaryKeyConstraintName: 'routing_plan_share_pkey' })
  planId!: string;

  /** Its place in the plan, from 1; odd fen go to the earlier. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'routing_plan_share_pkey' })
  n!: number;

  @Column('uuid', { name: 'books_id' })
  booksId!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('integer')
  weight!: number;
}
