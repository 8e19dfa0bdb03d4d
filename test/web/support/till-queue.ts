import type { Page } from 'playwright-core';
import type { Desk, Stage } from './stage';
import { type Customer, scan } from './till';

/** The keys of what waits on a device, as its own database has them. */
export const keysOnDevice = ({ page }: Pick<Desk, 'page'>): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('linli-till-queue');
        opening.onerror = () => reject(new Error('It cannot be opened.'));
        opening.onsuccess = () => {
          const keys = opening.result.transaction('waiting').objectStore('waiting').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.map(String));
          };
        };
      }),
  );

/** How often each key stands in the books. */
export async function timesRecorded(
  { database }: Stage,
  keys: readonly string[],
): Promise<number[]> {
  const rows: { times: number }[] = await database.dataSource.query(
    `select count(entry.id)::integer as times from unnest($1::text[]) with ordinality as
       asked (key, place)
     left join ledger_entry entry on entry.key = 'client/' || asked.key
     group by asked.place order by asked.place`,
    [keys],
  );
  return rows.map(({ times }) => times);
}

/** Scans somebody's card, and waits until it is known whose it is. */
export async function identify(page: Page, { cardCode, called }: Customer): Promise<void> {
  await scan(page, cardCode);
  await page.locator('.till-called').getByText(called, { exact: true }).waitFor();
}
