import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The acts that a community may keep for resolutions, by their mutations' names, with what rows
 * hold. Whoever may do them elsewhere waits here for a resolution.
 */
export const RESERVABLE = {
  setServiceRates: 'set_service_rates',
  setPrice: 'set_price',
  setRoutingPlan: 'set_routing_plan',
  setPoolThresholds: 'set_pool_thresholds',
  setPoolDecider: 'set_pool_decider',
  setCouncilRule: 'set_council_rule',
  appointMember: 'appoint_member',
  endMembership: 'end_membership',
  vacateSeat: 'vacate_seat',
  openProject: 'open_project',
} as const;
export type ReservableAct = keyof typeof RESERVABLE;
export type ReservedAct = (typeof RESERVABLE)[ReservableAct];

/** From a moment on, and perhaps until another, an act needs a resolution in a community. */
@Entity('reserved_matter')
@Index('reserved_matter_open', ['communityId', 'act'], {
  unique: true,
  where: 'valid_until is null',
})
@Index('reserved_matter_in_force', ['communityId', 'act', 'validFrom'])
export class ReservedMatterRow {
  /** The community, or the street or city, whose matter it is. */
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'reserved_matter_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reserved_matter_pkey' })
  id!: string;

  @Column('text')
  act!: ReservedAct;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  /** The moment from which on it is free again; null while that is open. */
  @Column('timestamptz', { name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  @Column('uuid', { name: 'reserved_by', nullable: true })
  reservedBy!: string | null;

  @Column('timestamptz', { name: 'reserved_at' })
  reservedAt!: Date;

  @Column('uuid', { name: 'released_by', nullable: true })
  releasedBy!: string | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;
}
