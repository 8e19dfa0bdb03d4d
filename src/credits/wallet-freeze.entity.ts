import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** From when to when a resident's wallet was frozen, and why. */
@Entity('wallet_freeze')
@Index('wallet_freeze_in_force', ['communityId', 'residentId'], {
  unique: true,
  where: 'unfrozen_at is null',
})
@Index('wallet_freeze_of_resident', ['communityId', 'residentId', 'id'])
export class WalletFreezeRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'wallet_freeze_pkey' })
  communityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wallet_freeze_pkey' })
  id!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'frozen_by' })
  frozenBy!: string;

  @Column('timestamptz', { name: 'frozen_at' })
  frozenAt!: Date;

  @Column('uuid', { name: 'unfrozen_by', nullable: true })
  unfrozenBy!: string | null;

  @Column('timestamptz', { name: 'unfrozen_at', nullable: true })
  unfrozenAt!: Date | null;

  @Column('text', { name: 'unfreeze_reason', nullable: true })
  unfreezeReason!: string | null;
}
