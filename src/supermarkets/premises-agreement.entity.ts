import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Currency } from '../kernel/currency';

/** Who lends a store its premises, from when until when, and on what terms. */
@Entity('premises_agreement')
@Unique('premises_agreement_renewal', ['communityId', 'renewsId'])
@Index('premises_agreement_of_store', ['communityId', 'storeId', 'validFrom'])
export class PremisesAgreementRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'premises_agreement_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'premises_agreement_pkey' })
  id!: string;

  @Column('uuid', { name: 'store_id' })
  storeId!: string;

  /** Who lends them. */
  @Column('uuid', { name: 'owner_id' })
  premisesOwnerId!: string;

  /** To whom: who ran the store then. */
  @Column('uuid', { name: 'operator_id' })
  operatorId!: string;

  @Column('text')
  address!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** The first day on which it no longer holds, if it is not ended before. */
  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  /** Minor units for a month; 0: nothing is paid. It is information: no rent is booked. */
  @Column('bigint', { name: 'rent_minor' })
  rentMinor!: string;

  @Column('text')
  currency!: Currency;

  @Column('text')
  terms!: string;

  /** The agreement that it goes on from. */
  @Column('uuid', { name: 'renews_id', nullable: true })
  renewsId!: string | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** The first day on which it no longer holds, where it was ended early. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
