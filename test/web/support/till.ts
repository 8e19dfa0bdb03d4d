import type { Locator, Page } from 'playwright-core';
import { tenantRef } from '../../../src/kernel/global-id';
import { trustedDocuments } from '../../../src/server/trusted-documents';
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

const documents = trustedDocuments();

/** Asks one of our own documents, as whoever sits at a desk. */
export async function askAs<Data>(
  { context, page }: Desk,
  name: string,
  variables: object = {},
): Promise<Data> {
  const url = new URL('/graphql', page.url());
  const documentId = documents.find((each) => each.name === name)?.hash;
  const asked = { documentId, operationName: name, variables };
  const answer = await context.request.post(url.href, { data: asked });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
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
  const { me } = await askAs<Stores>(desk, 'TillStores');
  return me.roles[0]?.organisation.stores.edges[0]?.node.id ?? '';
}

/** Those with a card and a wallet at somebody's store, the fullest wallets first. */
export async function customersOf(stage: Stage, desk: Desk): Promise<readonly Customer[]> {
  const storeId = await storeOf(desk);
  const cards: { code: string }[] = await stage.database.dataSource.query(
    `select card.code from resident_card card join resident on
       resident.community_id = card.community_id and resident.id = card.resident_id
     where card.community_id = $1 and card.ended_at is null and resident.moved_out is null
     order by card.issued_at`,
    [tenantRef('Store', storeId, []).communityId],
  );
  const customers: Customer[] = [];
  for (const { code } of cards) {
    const found = await askAs<Found>(desk, 'TillCustomers', { storeId, by: { cardCode: code } });
    const node = found.tillCustomers?.edges[0]?.node;
    if (!node || node.wallet.frozen) continue;
    const { id, name, displayName: called, phone, wallet } = node;
    customers.push({ id, name, called, phone, cardCode: code, credits: wallet.balance });
  }
  customers.sort((one, other) => other.credits - one.credits);
  return customers;
}

interface Again {
  readonly node: {
    readonly wallet: { readonly balance: number };
    readonly mayTake: readonly {
      readonly remaining: number;
      readonly productClass: { readonly code: string };
    }[];
  };
}

/** What the books say that somebody has, and may take, now. */
export async function booksAbout(desk: Desk, { id }: Customer): Promise<Again['node']> {
  const storeId = await storeOf(desk);
  return (await askAs<Again>(desk, 'TillCustomerAgain', { id, storeId })).node;
}

/** What the books say is in a wallet now. */
export const creditsOf = async (desk: Desk, customer: Customer): Promise<number> =>
  (await booksAbout(desk, customer)).wallet.balance;

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
