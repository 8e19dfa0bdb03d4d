import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { draft, record, reverse } from '../../src/bookkeeping/record';
import type { Rule } from '../../src/bookkeeping/rule';
import { CREDITS } from '../../src/bookkeeping/rules/credits';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { amount } from '../../src/kernel/amount';
import { addMonths } from '../../src/kernel/calendar';
import { ownRequest } from '../../src/kernel/request';
import { entriesById } from '../../src/ledger/entry.reader';
import { seal } from '../../src/ledger/seal';
import { runChecks } from '../../src/ledger/verify';
import { REPORTS_CHECKS } from '../../src/reports/reports.checks';
import { rolling } from '../../src/reports/rolling';
import { ask as askAs, type Answer } from '../books/ask';
import { day, key, newShop, openShop, run, type Shop } from '../supermarkets/shop';

/** Two stores of one community, under one operator. */
export interface Town {
  readonly shop: Shop;
  readonly other: Shop;
}

export async function newTown(): Promise<Town> {
  const shop = await newShop();
  const opened = await openShop(shop.dataSource, shop.world, shop.home, 'YL2');
  return { shop, other: { ...shop, ...opened } };
}

export const sealAll = (source: DataSource) => seal(source, rolling(source));

export const wrong = async ({ dataSource }: Shop) =>
  (await runChecks(dataSource, REPORTS_CHECKS)).map(({ check }) => check);

/** The month it is in Shanghai, so many months from now. */
export const month = (months = 0) => addMonths(`${day().slice(0, 7)}-01`, months).slice(0, 7);

/** Noon on the tenth of a month. */
export const noonOf = (name: string) => new Date(`${name}-10T04:00:00Z`);

/** Credits a resident as one rule or another does; answers the entry. */
export async function credit(
  shop: Shop,
  residentId: string,
  credits: number,
  { by = 'serviceCredited', now = new Date() }: { by?: keyof typeof CREDITS; now?: Date } = {},
): Promise<string> {
  const facts = {
    ...{ serviceId: randomUUID(), organisationId: randomUUID(), lotId: randomUUID() },
    ...{ attendanceId: randomUUID(), courseId: randomUUID(), sessionId: randomUUID() },
    ...{ schemeId: shop.scheme.id, residentId, serviceKind: 'repair', minutes: 60 },
    ...{ month: '2026-01', credits: amount(shop.scheme.asset, credits), capped: false },
  };
  const rule = CREDITS[by] as unknown as Rule<unknown>;
  const written = draft(rule, facts, { request: ownRequest(key()), occurredAt: now });
  const [recorded] = await run(shop, SYSTEM, (work) => record(work, shop.home.id, written), now);
  return recorded!.entryId;
}

/** Takes an entry back. */
export async function takeBack(shop: Shop, entryId: string, now = new Date()): Promise<void> {
  await run(
    shop,
    SYSTEM,
    async (work) => {
      const [entry] = await entriesById(work.db, shop.home.id, [entryId]);
      const how = { request: ownRequest(key()), occurredAt: now, reason: 'A slip' };
      await reverse(work, entry!, how);
    },
    now,
  );
}

const PEOPLE = '{ count suppressed }';
const BAND = `{ band residents ${PEOPLE} any ${PEOPLE} served ${PEOPLE} attended ${PEOPLE}
  gave ${PEOPLE} exchanged ${PEOPLE} shareBasisPoints }`;

export const REPORT = `month sealedUntil
  goods { source productClass opening received given missing recalled writtenOff thrownAway
    returned sent arrived lostOnTheWay left }
  shrinkage { lost handled basisPoints }
  daysOfStock { productClass left given28 given90 days28 days90 }
  credits { issued { by credits } spent expired outstanding serviceShareBasisPoints }
  households { all ${PEOPLE} byGroup { group households ${PEOPLE} } }
  participation { bands ${BAND} all ${BAND} workingAgeShareBasisPoints }`;

const asking = (type: 'Place' | 'Store', variables: string, field: string) =>
  `query ($id: ID!, ${variables}) { node(id: $id) { ... on ${type} { told: ${field} } } }`;

/** A month of a place or a store as an actor is told of it. */
export async function told(
  shop: Shop,
  actor: Actor,
  type: 'Place' | 'Store',
  id: string,
  name: string,
): Promise<Answer> {
  const source = asking(type, '$month: String!', `monthlyReport(month: $month) { ${REPORT} }`);
  const { data, codes } = await askAs(shop.database, actor, source, { id, month: name });
  expect(codes).toEqual([]);
  return data.node.told;
}

/** Any field of months, with what it refuses. */
export async function toldOf(
  shop: Shop,
  actor: Actor,
  type: 'Place' | 'Store',
  field: string,
  given: { id: string; from: string; until: string },
) {
  const source = asking(type, '$from: String!, $until: String!', field);
  const { data, codes } = await askAs(shop.database, actor, source, given);
  return { told: data?.node?.told ?? null, codes };
}
