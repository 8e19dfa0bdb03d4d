import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A resident who puts their name to a motion, once (C1). */
@Entity('motion_co_signature')
export class CoSignatureRow {
  @PrimaryColumn('uuid', {
    name: 'community_id',
    primaryKeyConstraintName: 'motion_co_signature_pkey',
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    name: 'motion_id',
    primaryKeyConstraintName: 'motion_co_signature_pkey',
  })
  motionId!: string;

  @PrimaryColumn('uuid', {
    name: 'resident_id',
    primaryKeyConstraintName: 'motion_co_signature_pkey',
  })
  residentId!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;
}
