import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MotionKind } from './motion-kinds';
import type { MotionState, Tabler } from './states';

/** What is put before a council, with the act that it opens if it is passed (C1, N4). */
@Entity('motion')
@Index('motion_of_place', ['communityId', 'placeId', 'id'])
@Index('motion_of_council', ['communityId', 'councilId', 'id'])
@Index('motion_to_screen', ['communityId', 'screenBy', 'id'], { where: `state = 'tabled'` })
@Index('motion_under_way', ['communityId', 'councilId', 'id'], {
  where: `state = any (array['admitted', 'voting'])`,
})
export class MotionRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'motion_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'motion_pkey' })
  id!: string;

  /** Whose affair it is: the community's, or of a courtyard or grid of it. */
  @Column('uuid', { name: 'place_id' })
  placeId!: string;

  /** The council that decides it. */
  @Column('uuid', { name: 'council_id' })
  councilId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  @Column('text')
  kind!: MotionKind;

  /** The whole input of the act that it opens, as it is voted on. */
  @Column('jsonb')
  input!: object;

  @Column('text', { name: 'tabled_as' })
  tabledAs!: Tabler;

  @Column('uuid', { name: 'tabled_by', nullable: true })
  tabledBy!: string | null;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  /** How many residents must put their names to it; 0: it is tabled by somebody alone. */
  @Column('integer', { name: 'co_signers_needed' })
  coSignersNeeded!: number;

  @Column('timestamptz', { name: 'tabled_at', nullable: true })
  tabledAt!: Date | null;

  @Column('text')
  state!: MotionState;

  /** The last moment to screen it, once it is tabled. */
  @Column('timestamptz', { name: 'screen_by', nullable: true })
  screenBy!: Date | null;

  /** Who screened it; null where nobody did and silence spoke. */
  @Column('uuid', { name: 'screened_by', nullable: true })
  screenedBy!: string | null;

  @Column('timestamptz', { name: 'screened_at', nullable: true })
  screenedAt!: Date | null;

  @Column('text', { name: 'screening_reason', nullable: true })
  screeningReason!: string | null;

  /** Whether it is heard in public before it is voted on. */
  @Column('boolean', { name: 'hearing_first' })
  hearingFirst!: boolean;

  @Column('timestamptz', { name: 'heard_at', nullable: true })
  heardAt!: Date | null;

  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** Why it was merged or withdrawn. */
  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: string | null;
}
