import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = ['ballot', 'application', 'motion'] as const;

/**
 * One ballot, one application and one motion belong to one project of a public fund (C3): what was
 * asked, promised or resolved for one opens nothing for another.
 */
export class WhatAProjectCameToIsItsOwn1795300000277 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const each of OWN)
      await runner.query(`
        create unique index fund_project_${each}_key
          on fund_project (community_id, ${each}_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of OWN) await runner.query(`drop index fund_project_${each}_key`);
  }
}
