import type { DataSource } from 'typeorm';
import type { Model } from './model';

/** What a closed stock-take counted, and what the books had. */
export async function booked(
  source: DataSource,
  takeId: string,
): Promise<{ lotId: string; pieces: number; book: number }[]> {
  return await source.query(
    `select lot_id "lotId", pieces, book from stock_count where stock_take_id = $1`,
    [takeId],
  );
}

/** Pieces that left a lot by the entry under a key. */
export async function movedUnder(source: DataSource, key: string): Promise<number> {
  const [row]: { pieces: number }[] = await source.query(
    `select coalesce(sum(-leg.amount), 0)::integer as pieces from ledger_entry entry
     join ledger_leg leg on leg.community_id = entry.community_id and leg.entry_id = entry.id
     join ledger_account stock on stock.community_id = leg.community_id
       and stock.id = leg.account_id and stock.kind = 'lotStock'
     where entry.key = 'client/' || $1`,
    [key],
  );
  return row!.pieces;
}

/** Credits that ended on a day, by resident. */
export async function expiredOn(source: DataSource, day: string): Promise<Map<string, number>> {
  const rows: { who: string; credits: number }[] = await source.query(
    `select facts ->> 'residentId' as who, sum((facts -> 'credits' ->> 'minor')::integer)::integer
       as credits
     from ledger_entry where rule = 'creditsExpired' and facts ->> 'on' = $1 group by 1`,
    [day],
  );
  return new Map(rows.map(({ who, credits }) => [who, credits]));
}

/** Whether a resident's wallet is frozen now. */
export async function isFrozen(source: DataSource, residentId: string): Promise<boolean> {
  const rows: unknown[] = await source.query(
    'select 1 from wallet_freeze where resident_id = $1 and unfrozen_at is null',
    [residentId],
  );
  return rows.length > 0;
}

const KINDS = [
  ...['lotStock', 'goodsRecalled', 'wallet', 'householdAllowance', 'earningRoom'],
  ...['operatorOwed'],
];

/** What every account of the stores and their neighbours holds, except those that hold nothing. */
export async function heldInBooks(model: Model): Promise<Record<string, number>> {
  const { home, sources, stores } = model.town;
  const pools = stores.map(({ poolId }) => poolId);
  const rows: { name: string; held: number }[] = await sources[0]!.query(
    `select concat_ws(' ', kind, holder_id, nullif(about, ''),
       case kind when 'householdAllowance' then asset_id end) as name,
       ((debits - credits) * normal_side)::integer as held
     from ledger_account
     where community_id = $1 and debits <> credits
       and (kind = any ($2) or kind = 'poolAvailable' and holder_id = any ($3))`,
    [home.id, KINDS, pools],
  );
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]).sort());
}

/** What it ought to hold. */
export function heldInModel(model: Model): Record<string, number> {
  const { people, stores, classes } = model.town;
  const held: [string, number][] = [
    ...model.lots.map(({ id, left }): [string, number] => [`lotStock ${id}`, left]),
    ...model.lots.map(({ id, calledBack }): [string, number] => [
      `goodsRecalled ${id}`,
      calledBack,
    ]),
    ...people.map(({ id }, who): [string, number] => [`wallet ${id}`, model.balance(who)]),
    ...stores.map(({ poolId }, i): [string, number] => [
      `poolAvailable ${poolId}`,
      model.pools[i]!,
    ]),
  ];
  for (const [key, cents] of model.owed) {
    const [store, month] = key.split('/');
    const { id, poolId } = stores[Number(store)]!;
    held.push([`operatorOwed ${poolId} ${id}/${month}`, cents]);
  }
  for (const [key, room] of model.rooms) {
    const [who, month] = key.split('/');
    held.push([`earningRoom ${people[Number(who)]!.id} ${month}`, room]);
  }
  for (const [key, pieces] of model.allowances) {
    const [household, month, about] = key.split('/');
    const asset = classes[about as keyof typeof classes];
    held.push([`householdAllowance ${household} ${month} ${asset}`, pieces]);
  }
  return Object.fromEntries(held.filter(([, count]) => count !== 0).sort());
}

/** What the pools hold at the beginning. */
export async function poolsOf(town: Model['town']): Promise<number[]> {
  const rows: { id: string; held: number }[] = await town.sources[0]!.query(
    `select holder_id as id, (credits - debits)::integer as held from ledger_account
     where kind = 'poolAvailable' and community_id = $1`,
    [town.home.id],
  );
  return town.stores.map(({ poolId }) => rows.find(({ id }) => id === poolId)?.held ?? 0);
}
