import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A numbered acknowledgement of a gift, or the correction of one. Never changed. */
@Entity('acknowledgement')
@Unique('acknowledgement_number', ['communityId', 'foundationId', 'year', 'number'])
@Unique('acknowledgement_cause', ['communityId', 'causeId'])
@Index('acknowledgement_by_donation', ['communityId', 'donationId', 'id'])
export class AcknowledgementRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'acknowledgement_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'acknowledgement_pkey' })
  id!: string;

  @Column('uuid', { name: 'foundation_id' })
  foundationId!: string;

  @Column('smallint')
  year!: number;

  @Column('integer')
  number!: number;

  @Column('uuid', { name: 'donation_id' })
  donationId!: string;

  @Column('uuid', { name: 'cause_id' })
  causeId!: string;

  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId!: string | null;

  @Column('jsonb')
  facts!: unknown;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Column('text', { name: 'receipt_code', nullable: true })
  receiptCode!: string | null;

  @Column('text', { name: 'receipt_number', nullable: true })
  receiptNumber!: string | null;

  @Column('text', { name: 'receipt_check_code', nullable: true })
  receiptCheckCode!: string | null;

  @Column('uuid', { name: 'receipt_recorded_by', nullable: true })
  receiptRecordedBy!: string | null;

  @Column('timestamptz', { name: 'receipt_recorded_at', nullable: true })
  receiptRecordedAt!: Date | null;
}
