import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ballot may carry a rule, and then it decides. The rule is frozen when it opens: which share of
 * the base must take part, which share must be in favour (of the base, or of the votes), and which
 * of the choices that is. What it came to is worked out from the rule, the base and the votes, and
 * stands nowhere else.
 *
 * Who has an interest in the matter is recused with a ground: one row for each that votes once. The
 * base is without them; the roll keeps them, so that anyone sees who stood aside and why.
 */
export class ABallotMayDecide1795300000244 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ballot
        add column quorum_num smallint,
        add column quorum_den smallint,
        add column quorum_strict boolean,
        add column passes_num smallint,
        add column passes_den smallint,
        add column passes_strict boolean,
        add column passes_of text check (passes_of in ('base', 'votes')),
        add column favoured smallint,
        add constraint ballot_rule_whole check (num_nulls(quorum_num, quorum_den, quorum_strict,
          passes_num, passes_den, passes_strict, passes_of, favoured) in (0, 8)),
        add constraint ballot_rule_shares check (quorum_den between 1 and 100
          and passes_den between 1 and 100 and quorum_num between 0 and quorum_den
          and passes_num between 0 and passes_den),
        add constraint ballot_rule_favours check (favoured between 0 and cardinality(choices) - 1)
    `);
    await runner.query(`
      create table ballot_recusal (
        community_id uuid not null,
        ballot_id uuid not null,
        unit_id uuid not null,
        resident_id uuid not null,
        ground text not null,
        recorded_by uuid not null,
        constraint ballot_recusal_pkey primary key (community_id, ballot_id, unit_id),
        constraint ballot_recusal_elector foreign key (community_id, ballot_id, resident_id)
          references ballot_elector (community_id, ballot_id, resident_id),
        constraint ballot_recusal_recorded_by foreign key (recorded_by) references person (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ballot_recusal');
    await runner.query(`
      alter table ballot
        drop column quorum_num, drop column quorum_den, drop column quorum_strict,
        drop column passes_num, drop column passes_den, drop column passes_strict,
        drop column passes_of, drop column favoured`);
  }
}
