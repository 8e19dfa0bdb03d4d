import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who clicks twice announces one activity: no two of one courtyard have the same name and begin at
 * the same moment, unless one was cancelled. And whether a courtyard is open is drawn from what was
 * told last, what was never told, and the accounts of its grants: nothing else is looked at.
 */
export class AnActivityIsAnnouncedOnce1795300000289 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index activity_by_day');
    await runner.query(`
      create unique index activity_once on activity (community_id, place_id, starts_at, title)
        where state <> 'cancelled'`);
    await runner.query(`
      create index activity_untold on activity (community_id, place_id, starts_at)
        where state = 'announced'`);
    await runner.query(`
      create index activity_told on activity (community_id, place_id, recorded_at)
        where state = 'held'`);
    await runner.query(`
      create index grant_spending_told on grant_spending (community_id, organisation_id, decided_at)
        where state = 'confirmed'`);
    await runner.query(`
      create index ledger_account_of_grant on ledger_account (community_id, about)
        where kind in ('grantExpense', 'grantAccountedFor')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index activity_once, activity_untold, activity_told,
      grant_spending_told, ledger_account_of_grant`);
    await runner.query(`
      create index activity_by_day on activity (community_id, place_id, starts_at)
        where state <> 'cancelled'`);
  }
}
