import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { account } from '../../src/bookkeeping/chart';
import { draft, record } from '../../src/bookkeeping/record';
import { CREDITS } from '../../src/bookkeeping/rules/credits';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import { openScheme } from '../../src/credits/open-scheme';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { amount } from '../../src/kernel/amount';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import type { Named, SomeResident } from '../support/world';

/** The moment at which these tests stand: noon in Anshan. */
export const NOW = new Date('2026-11-22T04:00:00Z');
export const TODAY = '2026-11-22';

export type OpenSchemeInput = Parameters<typeof openScheme>[1];

export const schemeInput = (place: Named, more: Partial<OpenSchemeInput> = {}) => ({
  placeId: place.globalId,
  name: 'Zhanqian credits',
  slug: `scheme-${randomUUID().slice(0, 8)}`,
  monthlyCap: 200,
  expiryMonths: 36,
  rates: [
    { serviceKind: 'repair', creditsPerHour: 10 },
    { serviceKind: 'hairdressing', creditsPerHour: 8 },
  ],
  ...more,
});

export const runner =
  (dataSource: DataSource) =>
  <T>(actor: Actor, command: (work: UnitOfWork) => Promise<T>, now = NOW): Promise<T> =>
    inUnitOfWork(dataSource, actor, command, now);

/** Credits reach a wallet without a service, uncapped. */
export async function earn(
  dataSource: DataSource,
  scheme: CreditScheme,
  { id: residentId, communityId }: Pick<SomeResident, 'id' | 'communityId'>,
  credits: number,
): Promise<void> {
  const serviceId = randomUUID();
  const facts = {
    ...{ serviceId, schemeId: scheme.id, residentId, organisationId: randomUUID() },
    ...{ serviceKind: 'repair', minutes: 60, month: '2026-11', capped: false },
    credits: amount(scheme.asset, credits),
  };
  const how = { request: ownRequest(`service/${serviceId}`), occurredAt: new Date() };
  await inUnitOfWork(dataSource, SYSTEM, (work) =>
    record(work, communityId, draft(CREDITS.serviceCredited, facts, how)),
  );
}

/** Credits leave a wallet as they would for goods. */
export async function spend(
  dataSource: DataSource,
  scheme: CreditScheme,
  { id: residentId, communityId }: Pick<SomeResident, 'id' | 'communityId'>,
  credits: number,
): Promise<void> {
  const minor = BigInt(credits);
  const legs = [
    { account: account('wallet', residentId), asset: scheme.asset, minor },
    { account: account('creditsRedeemed', randomUUID()), asset: scheme.asset, minor: -minor },
  ];
  const request = ownRequest(`spent/${randomUUID()}`);
  const entry = { rule: 'goodsExchanged', request, facts: {}, reversalOf: null, legs };
  await inUnitOfWork(dataSource, SYSTEM, (work) =>
    record(work, communityId, { ...entry, occurredAt: new Date() }),
  );
}
