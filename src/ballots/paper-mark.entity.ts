import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mark on the roll: this unit took a paper, and can take no token. */
@Entity('ballot_paper_mark')
export class PaperMarkRow {
  @PrimaryColumn('uuid', {
    ...{ name: 'community_id', primaryKeyConstraintName: 'ballot_paper_mark_pkey' },
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    ...{ name: 'ballot_id', primaryKeyConstraintName: 'ballot_paper_mark_pkey' },
  })
  ballotId!: string;

  @PrimaryColumn('uuid', {
    ...{ name: 'unit_id', primaryKeyConstraintName: 'ballot_paper_mark_pkey' },
  })
  unitId!: string;

  @Column('uuid', { name: 'paper_box_id' })
  paperBoxId!: string;
}
