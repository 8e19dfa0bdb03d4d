import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Silence } from './council-kinds';

/** What a council follows from a moment on; of two for one moment the later one (by id) holds. */
@Entity('council_rule')
@Index('council_rule_in_force', ['communityId', 'councilId', 'validFrom', 'id'])
export class CouncilRuleRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'council_rule_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'council_rule_pkey' })
  id!: string;

  @Column('uuid', { name: 'council_id' })
  councilId!: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  @Column('integer', { name: 'min_seats' })
  minSeats!: number;

  @Column('integer', { name: 'seats_per_group' })
  seatsPerGroup!: number;

  @Column('integer', { name: 'cadre_percent' })
  cadrePercent!: number;

  @Column('integer', { name: 'term_years' })
  termYears!: number;

  @Column('integer', { name: 'quorum_parts' })
  quorumParts!: number;

  @Column('integer', { name: 'quorum_of' })
  quorumOf!: number;

  @Column('integer', { name: 'pass_parts' })
  passParts!: number;

  @Column('integer', { name: 'pass_of' })
  passOf!: number;

  @Column('integer', { name: 'co_signers' })
  coSigners!: number;

  @Column('integer', { name: 'screening_days' })
  screeningDays!: number;

  @Column('text')
  silence!: Silence;

  @Column('boolean', { name: 'roll_call' })
  rollCall!: boolean;

  @Column('integer', { name: 'notice_days' })
  noticeDays!: number;

  @Column('integer', { name: 'lapse_days' })
  lapseDays!: number;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
