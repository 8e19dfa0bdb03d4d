import { print, runCommand } from './command';

/** `npm run migrate`: brings the database up to date, as every start does too. */
void runCommand(({ database }) => {
  print(`Up to date: ${database.where}`);
  return Promise.resolve(true);
});
