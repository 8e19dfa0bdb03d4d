import type { DataSource } from 'typeorm';
import type { Stage } from './stage';
import type { Lived } from './track';

/** All that a life has left behind, without the ids and moments that differ from run to run. */
export interface Left {
  readonly balances: Readonly<Record<string, string>>;
  readonly gifts: readonly unknown[];
  readonly campaign: unknown;
  readonly tasks: unknown;
}

/**
 * What a payout took along depends on the moment, and so does which of two bears what is short: one
 * is told together with the other.
 */
const TOGETHER: Readonly<Record<string, string>> = {
  payoutInTransit: 'processorBalance',
  giftLoss: 'poolAvailable',
};

export async function leftBy(stage: Stage, { home, tracks }: Lived): Promise<Left> {
  const { source } = stage.processes[0]!;
  const { communityId } = home.pool;
  const holders = {
    [home.foundationId]: 'foundation',
    [home.enterpriseId]: 'enterprise',
    [home.pool.id]: 'pool',
    [home.campaign.id]: 'campaign',
  };
  const rows = await source.query<{ kind: string; holder: string; code: string; minor: string }[]>(
    `select held.kind, held.holder_id holder, asset.code, sum(held.debits - held.credits) minor
     from ledger_account held join asset on asset.id = held.asset_id
     where held.community_id = $1 and held.holder_id = any ($2) group by 1, 2, 3`,
    [communityId, Object.keys(holders)],
  );
  const balances: Record<string, bigint> = {};
  for (const { kind, holder, code, minor } of rows) {
    const of = kind === 'giftLoss' || kind === 'poolAvailable' ? 'fund' : holders[holder];
    const name = `${of} ${TOGETHER[kind] ?? kind} ${code}`;
    balances[name] = (balances[name] ?? 0n) + BigInt(minor);
  }
  return {
    balances: Object.fromEntries(
      Object.entries(balances)
        .filter(([, minor]) => minor !== 0n)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, minor]) => [name, String(minor)]),
    ),
    gifts: await Promise.all(tracks.map(({ ref }) => giftLeft(source, communityId, ref?.id))),
    campaign: await source.query(
      'select raised_minor, gifts from campaign where community_id = $1 and id = $2',
      [communityId, home.campaign.id],
    ),
    tasks: await source.query(
      `select kind, state, resolution, currency, minor, count(*)::int from payment_task
       where community_id = $1 and foundation_id = $2
         and kind <> 'spent_before_taken_back' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
      [communityId, home.foundationId],
    ),
  };
}

/**
 * A gift with every later month of its pledge, and how each of them ended. A refund that failed
 * before anybody heard of it needs no correction and none of that; an inquiry may pass unheard.
 */
async function giftLeft(source: DataSource, communityId: string, id: string | undefined) {
  if (!id) return null;
  return await source.query(
    `select donation.state, donation.refunded_minor, donation.disputed_minor, pledge.state pledge,
       (select array_agg(attempt.state order by number) from attempt
        where attempt.community_id = donation.community_id and donation_id = donation.id) attempts,
       (select array_agg(taken_as || ' ' || minor || ' ' || match_minor order by taken_as)
        from gift_payment payment
        where payment.community_id = donation.community_id and donation_id = donation.id) paid,
       (select array_agg(origin || ' ' || minor || ' ' || state order by origin, minor, state)
        from gift_refund refund where refund.community_id = donation.community_id
          and donation_id = donation.id) refunds,
       (select array_agg(minor || ' ' || status || ' ' ||
          num_nulls(withdrawn_entry_id, reinstated_entry_id, lost_entry_id) order by id)
        from gift_dispute dispute where dispute.community_id = donation.community_id
          and donation_id = donation.id and status not like 'warning%') disputes,
       (select count(*)::int from acknowledgement paper
        where paper.community_id = donation.community_id and donation_id = donation.id
          and facts ->> 'kind' = 'gift') papers,
       (select nullif(facts #>> '{remaining,amount}', (select facts #>> '{amount,amount}'
          from acknowledgement whole where whole.community_id = paper.community_id
            and whole.donation_id = paper.donation_id and whole.corrects_id is null))
        from acknowledgement paper
        where paper.community_id = donation.community_id and donation_id = donation.id
          and facts ->> 'kind' = 'correction' order by id desc limit 1) remaining,
       (select count(*)::int from mail where mail.community_id = donation.community_id
          and mail.key = 'received/' || donation.id) letters
     from donation left join pledge on pledge.community_id = donation.community_id
       and pledge.id = donation.pledge_id
     where donation.community_id = $1 and (donation.id = $2 or donation.pledge_id = (
       select pledge_id from donation first where first.community_id = $1 and first.id = $2))
     order by donation.id = $2 desc, donation.state`,
    [communityId, id],
  );
}
