import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A vote may mark several choices: of many projects those that a household wants, of many
 * candidates those whom a resident trusts. What was marked is one whole number with a bit for each
 * choice, in the boxes as in roll calls: a vote with many marks takes no more room than one with
 * none, and nothing new stands beside it. How many took part no longer follows from the votes for
 * each choice, so it is kept when a ballot is counted.
 *
 * A ballot may ask the people of a courtyard or a grid alone.
 */
export class AVoteMayMarkSeveralChoices1795300000261 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ballot
        add column most_marks smallint check (most_marks >= 1),
        add column took_part integer,
        add column place_id uuid,
        drop constraint ballot_choices_check,
        add constraint ballot_choices_of_kind check (case when most_marks is null
          then cardinality(choices) between 2 and 10
          else cardinality(choices) between 1 and 30 and most_marks <= cardinality(choices) end),
        add constraint ballot_rule_of_one_choice check (most_marks is null or favoured is null),
        add constraint ballot_place foreign key (place_id) references place (id)`);
    await runner.query(`
      update ballot set took_part = (select sum(each) from unnest(votes) each)
      where votes is not null -- every community: until now each vote was for one choice`);
    await runner.query(`
      alter table ballot add constraint ballot_took_part
        check ((took_part is null) = (votes is null))`);
    await runner.query('create index ballot_in_place on ballot (community_id, place_id, id)');
    await runner.query(`alter table ballot_box add column marks integer[] not null default '{}'`);
    await runner.query(`
      update ballot_box set marks = (select array_agg(1 << voted.choice order by voted.n)
        from unnest(choices) with ordinality voted (choice, n))
      where cardinality(choices) > 0 -- every community: a choice becomes its bit`);
    // The constraint that counts the choices goes with them.
    await runner.query(`
      alter table ballot_box drop column choices,
        add constraint ballot_box_even check (cardinality(tokens) = cardinality(signatures)
          and cardinality(tokens) = cardinality(marks))`);
    await runner.query('alter table roll_call_vote add column marks integer check (marks >= 0)');
    await runner.query(
      'update roll_call_vote set marks = 1 << choice -- every community: as in the boxes',
    );
    await runner.query(
      'alter table roll_call_vote alter column marks set not null, drop column choice',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table roll_call_vote add column choice smallint check (choice >= 0)');
    await runner.query(`
      update roll_call_vote set choice = length(ltrim(marks::bit(32)::text, '0')) - 1
      where marks > 0 -- every community: of several marks the last is kept`);
    await runner.query('delete from roll_call_vote where marks = 0 -- every community: no choice');
    await runner.query(
      'alter table roll_call_vote alter column choice set not null, drop column marks',
    );
    await runner.query(`
      alter table ballot_box add column choices smallint[] not null default '{}'`);
    await runner.query(`
      update ballot_box set choices = (select array_agg(
          greatest(0, length(ltrim(voted.marks::bit(32)::text, '0')) - 1)::smallint
          order by voted.n)
        from unnest(marks) with ordinality voted (marks, n))
      where cardinality(marks) > 0 -- every community: of several marks the last is kept`);
    await runner.query(`
      alter table ballot_box drop column marks,
        add constraint ballot_box_even check (cardinality(tokens) = cardinality(signatures)
          and cardinality(tokens) = cardinality(choices))`);
    await runner.query('drop index ballot_in_place');
    await runner.query(`
      alter table ballot
        drop column most_marks, drop column took_part, drop column place_id,
        add constraint ballot_choices_check check (cardinality(choices) between 2 and 10)`);
  }
}
