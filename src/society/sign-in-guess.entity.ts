import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a login or an address guessed wrongly of late; rate-limiter-flexible keeps it. */
@Entity('sign_in_guess')
export class SignInGuessRow {
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'sign_in_guess_pkey' })
  key!: string;

  @Column('integer', { default: 0 })
  points!: number;

  @Column('bigint', { nullable: true })
  expire!: string | null;
}
