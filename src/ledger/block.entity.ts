import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sealed stretch of one set of books: the entries recorded in `(afterAt, untilAt]`. */
@Entity('ledger_block')
@Index('ledger_block_until', ['communityId', 'untilAt'])
export class BlockRow {
  @PrimaryColumn('uuid', { name: 'community_id', primaryKeyConstraintName: 'ledger_block_pkey' })
  communityId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'ledger_block_pkey' })
  number!: string;

  @Column('timestamptz', { name: 'after_at' })
  afterAt!: Date;

  @Column('timestamptz', { name: 'until_at' })
  untilAt!: Date;

  @Column('integer')
  entries!: number;

  @Column('bytea', { name: 'previous_hash' })
  previousHash!: Buffer;

  @Column('bytea')
  hash!: Buffer;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt!: Date;
}
