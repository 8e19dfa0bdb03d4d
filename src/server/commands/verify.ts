import { rolling } from '../../reports/rolling';
import { seal } from '../../ledger/seal';
import { runChecks } from '../../ledger/verify';
import { CHECKS } from '../checks';
import { print, runCommand } from './command';

/** `npm run verify`: recomputes the books; exits non-zero and names what is wrong. */
void runCommand(async ({ source, database }) => {
  print(`Verifying ${database.where}`);
  const since = Date.now();
  await seal(source, rolling(source));
  const findings = await runChecks(source, CHECKS, ({ name, says }, finding, tookMs) => {
    const seconds = `${(tookMs / 1000).toFixed(1)} s`.padStart(8);
    print(`${finding ? 'WRONG' : 'right'}  ${name.padEnd(18)} ${seconds}  ${says}`);
    for (const row of finding?.rows ?? []) print(`       ${JSON.stringify(row)}`);
  });
  const took = `${((Date.now() - since) / 1000).toFixed(1)} s`;
  print(
    findings.length === 0 ? `Everything holds (${took}).` : `${findings.length} checks failed.`,
  );
  return findings.length === 0;
});
