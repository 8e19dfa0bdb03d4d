import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An elector's signature under a demand, for all that votes once with them. */
@Entity('seat_recall_signature')
export class SeatRecallSignatureRow {
  @PrimaryColumn('uuid', {
    ...{ name: 'community_id', primaryKeyConstraintName: 'seat_recall_signature_pkey' },
  })
  communityId!: string;

  @PrimaryColumn('uuid', {
    ...{ name: 'recall_id', primaryKeyConstraintName: 'seat_recall_signature_pkey' },
  })
  recallId!: string;

  /** The household, or the resident alone. */
  @PrimaryColumn('uuid', {
    ...{ name: 'unit_id', primaryKeyConstraintName: 'seat_recall_signature_pkey' },
  })
  unitId!: string;

  @Column('uuid', { name: 'resident_id' })
  residentId!: string;
}
