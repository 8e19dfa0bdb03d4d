import { rolling } from '../../books/rolling';
import { seal } from '../../ledger/seal';
import { runChecks } from '../../ledger/verify';
import { CHECKS } from '../checks';
import { print, runCommand } from './command';

/** `npm run verify`: recomputes the books; exits non-zero and names what is wrong. */
void runCommand(async ({ source, database }) => {
  print(`Verifying ${database.where}`);
  await seal(source, rolling(source));
  const findings = await runChecks(source, CHECKS);
  for (const { name, says } of CHECKS) {
    const finding = findings.find(({ check }) => check === name);
    print(`${finding ? 'WRONG' : 'right'}  ${name.padEnd(18)} ${says}`);
    for (const row of finding?.rows ?? []) print(`       ${JSON.stringify(row)}`);
  }
  print(findings.length === 0 ? 'Everything holds.' : `${findings.length} checks failed.`);
  return findings.length === 0;
});
