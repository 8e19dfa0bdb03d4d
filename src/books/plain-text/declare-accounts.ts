import type { ListedAccount } from '../../ledger/whole-books.reader';
import { nameAccount } from './account-name';
import type { Dialect } from './dialect';

/** Declares each name once: accounts that differ in their asset alone share it, side by side. */
export async function* declareAccounts(
  pages: AsyncIterable<readonly ListedAccount[]>,
  dialect: Dialect,
  namesOf: (page: readonly ListedAccount[]) => Promise<ReadonlyMap<string, string>>,
): AsyncGenerator<string> {
  yield '\n';
  let before = '';
  for await (const page of pages) {
    const names = await namesOf(page);
    for (const account of page) {
      const key = `${account.kind}/${account.holderId}/${account.about}`;
      if (key !== before) yield dialect.account(nameAccount(account, names));
      before = key;
    }
  }
}
