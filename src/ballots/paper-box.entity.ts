import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const PAPER_BOX_STATES = ['waiting', 'witnessed', 'rejected'] as const;
export type PaperBoxState = (typeof PAPER_BOX_STATES)[number];

/** What a clerk counted in a box of papers, and what a second person said of it. */
@Entity('ballot_paper_box')
@Index('ballot_paper_box_of_ballot', ['communityId', 'ballotId', 'id'])
export class PaperBoxRow {
  @PrimaryColumn('uuid', {
    ...{ name: 'community_id', primaryKeyConstraintName: 'ballot_paper_box_pkey' },
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_paper_box_pkey' })
  id!: string;

  @Column('uuid', { name: 'ballot_id' })
  ballotId!: string;

  /** Where it stood. */
  @Column('text')
  place!: string;

  @Column('text')
  state!: PaperBoxState;

  /** The papers that mark each choice, in the order of the choices. */
  @Column('integer', { array: true })
  counts!: number[];

  @Column('integer')
  papers!: number;

  /** How many took a paper: not all of them may have put it in. */
  @Column('integer')
  marked!: number;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'reject_reason', nullable: true })
  rejectReason!: string | null;
}
