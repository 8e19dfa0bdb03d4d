import type { Locator, Page } from 'playwright-core';
import { tenantRef } from '../../../src/kernel/global-id';
import type { Desk, Stage } from './stage';

/** Somebody with a card, as the clerk's till finds them. */
export interface Customer {
  readonly id: string;
  readonly cardCode: string;
  readonly called: string;
  readonly name: string;
  readonly phone: string | null;
  readonly credits: number;
}

const FIND = `query ($storeId: ID!, $code: String!) {
  tillCustomers(storeId: $storeId, by: { cardCode: $code }, first: 1) {
    edges { node { id name displayName phone wallet { balance frozen } } }
  }
}`;

const STORES = `{ me { person { id } roles { organisation {
  stores(first: 5) { edges { node { id name } } } } } } }`;

/** Asks the API as whoever sits at a desk. */
export async function askAs<Data>(
  { context, page }: Desk,
  query: string,
  variables: object = {},
): Promise<Data> {
  const url = new URL('/graphql', page.url());
  const answer = await context.request.post(url.href, { data: { query, variables } });
  const { data } = (await answer.json()) as { data: Data };
  return data;
}

interface Stores {
  readonly me: {
    readonly roles: readonly {
      readonly organisation: {
        readonly stores: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
      };
    }[];
  };
}

interface Found {
  readonly tillCustomers: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly name: string;
        readonly displayName: string;
        readonly phone: string | null;
        readonly wallet: { readonly balance: number; readonly frozen: boolean };
      };
    }[];
  } | null;
}

/** The store at whose till somebody stands. */
export async function storeOf(desk: Desk): Promise<string> {
  const { me } = await askAs<Stores>(desk, STORES);
  return me.roles[0]?.organisation.stores.edges[0]?.node.id ?? '';
}

/** Those with a card and a wallet at somebody's store, the fullest wallets first. */
export async function customersOf(stage: Stage, desk: Desk): Promise<readonly Customer[]> {
  const storeId = await storeOf(desk);
  const cards: { code: string }[] = await stage.database.dataSource.query(
    'select code from resident_card where ended_at is null order by issued_at',
  );
  const customers: Customer[] = [];
  for (const { code } of cards) {
    const found = await askAs<Found | null>(desk, FIND, { storeId, code });
    const node = found?.tillCustomers?.edges[0]?.node;
    if (!node || node.wallet.frozen) continue;
    const { id, name, displayName: called, phone, wallet } = node;
    customers.push({ id, name, called, phone, cardCode: code, credits: wallet.balance });
  }
  customers.sort((one, other) => other.credits - one.credits);
  return customers;
}

/** What the books say is in a wallet now. */
export async function creditsOf(desk: Desk, { id }: Customer): Promise<number> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Resident { wallet { balance } } } }';
  const { node } = await askAs<{ node: { wallet: { balance: number } } }>(desk, query, { id });
  return node.wallet.balance;
}

/** The keys of what was recorded for somebody in this suite, from the database itself. */
export async function recordedFor(
  { database }: Stage,
  { id }: Customer,
  since: Date,
): Promise<readonly string[]> {
  const rows: { key: string }[] = await database.dataSource.query(
    `select key from ledger_entry
     where facts->>'residentId' = $1 and recorded_at >= $2 and reversal_of is null`,
    [tenantRef('Resident', id, []).id, since],
  );
  return rows.map(({ key }) => key);
}

/** Milliseconds between two keys: of a scanner, of one over radio, and of a practised hand. */
export const SPEED = { scanner: 6, radio: 30, hand: 90 } as const;

/**
 * Types a code and Enter with real key events, each with the time at which its key was pressed: how
 * busy this machine is says nothing about how fast a scanner or a hand was.
 */
export async function typeAtSpeed(page: Page, code: string, gapMs: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const keys = [...[...code].map((text) => ({ key: text, text })), { key: 'Enter', text: '\r' }];
  const start = Date.now() - gapMs * keys.length;
  await Promise.all(
    keys.flatMap((key, i) => {
      const timestamp = (start + gapMs * i) / 1000;
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...key }),
      ];
    }),
  );
  await session.detach();
}

/** What a scanner does. */
export const scan = (page: Page, code: string): Promise<void> =>
  typeAtSpeed(page, code, SPEED.scanner);

/** Keeps the page from doing anything for a while, from now on. */
export async function makeBusy(page: Page): Promise<void> {
  await page.evaluate((busyMs) => {
    setTimeout(() => {
      for (const end = performance.now() + busyMs; performance.now() < end;);
    });
  }, BUSY_MS);
}

const BUSY_MS = 400;

/** The shelf's tile of a product. */
export const tile = (page: Page, name: string): Locator =>
  page.locator('.till-tile').filter({ hasText: name });

/** Counts what a clerk does: each key that is pressed and each scan is an input. */
export function countingInputs(page: Page) {
  let inputs = 0;
  return {
    inputs: () => inputs,
    press: async (key: string) => {
      inputs += 1;
      await page.keyboard.press(key);
    },
    scan: async (code: string) => {
      inputs += 1;
      await scan(page, code);
    },
  };
}
