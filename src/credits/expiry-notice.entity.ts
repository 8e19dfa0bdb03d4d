import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a resident was told, once a day at most, how many credits will end. */
@Entity('expiry_notice')
export class ExpiryNoticeRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'expiry_notice_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { name: 'resident_id', primaryKeyConstraintName: 'expiry_notice_pkey' })
  residentId!: string;

  @PrimaryColumn('uuid', { name: 'scheme_id', primaryKeyConstraintName: 'expiry_notice_pkey' })
  schemeId!: string;

  @PrimaryColumn('date', { name: 'told_on', primaryKeyConstraintName: 'expiry_notice_pkey' })
  toldOn!: string;

  @Column('bigint')
  credits!: string;

  /** The day on which the first of them end. */
  @Column('date', { name: 'ends_on' })
  endsOn!: string;
}
