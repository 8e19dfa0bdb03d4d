import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A service as it was recorded; whether it was confirmed, the books tell (A5, A6, B9). */
@Entity('service')
@Index('service_of_resident', ['communityId', 'residentId', 'performedAt', 'id'])
@Index('service_of_organisation', ['organisationId', 'performedAt', 'id'])
@Index('service_for_beneficiary', ['communityId', 'beneficiaryId', 'performedAt', 'id'], {
  where: 'beneficiary_id is not null',
})
export class ServiceRow {
  /** The community of the resident who served. */
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'service_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_pkey' })
  id!: string;

  /** Who served. */
  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('uuid', { name: 'scheme_id' })
  schemeId!: string;

  @Column('text', { name: 'service_kind' })
  serviceKind!: string;

  /** When it began. */
  @Column('timestamptz', { name: 'performed_at' })
  performedAt!: Date;

  @Column('smallint')
  minutes!: number;

  /** Whole credits, by the scheme's rates of the day it was done on. */
  @Column('bigint')
  credits!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Whom it was done for, where that is one resident. */
  @Column('uuid', { name: 'beneficiary_id', nullable: true })
  beneficiaryId!: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'declined_by', nullable: true })
  declinedBy!: string | null;

  @Column('timestamptz', { name: 'declined_at', nullable: true })
  declinedAt!: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;
}
