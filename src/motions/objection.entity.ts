import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a resident says against a resolution while it is shown, and what was answered. */
@Entity('resolution_objection')
@Index('resolution_objection_of', ['communityId', 'resolutionId', 'id'])
@Index('resolution_objection_one_each', ['communityId', 'resolutionId', 'residentId'], {
  unique: true,
})
@Index('resolution_objection_open', ['communityId', 'resolutionId'], {
  where: 'answered_at is null',
})
export class ObjectionRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'resolution_objection_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolution_objection_pkey' })
  id!: string;

  @Column('uuid', { name: 'resolution_id' })
  resolutionId!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('text')
  text!: string;

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt!: Date;

  @Column('text', { nullable: true })
  answer!: string | null;

  /** Whether it was found right. */
  @Column('boolean', { nullable: true })
  upheld!: boolean | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
