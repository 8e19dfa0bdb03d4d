import { CITY, type Batch, type Context, type GroupBatch } from '../api/context';
import type { Currency } from '../kernel/currency';
import { read } from '../kernel/read';
import { grantFigure, type GrantFigure } from './grant-figures';
import type { GrantRow } from './grant.entity';
import type { GrantRecord, GrantedMoney } from './grant-record.graphql';
import { GRANT_COLUMNS } from './grant.reader';
import { moneyIn } from './money';

/** How an organisation's applications, grants and milestones went, in numbers. */
type Counted = Omit<GrantRecord, 'money'> & {
  /** `recordKey` of the organisation and the moment. */
  readonly key: string;
};

/** The key of an organisation's record at a moment. */
const recordKey = (organisationId: string, now: Date) => `${organisationId}/${now.toISOString()}`;

/** Counts by the indexes of an applicant and of a grantee: as many rows as they ever had. */
const countsOf: Batch<Counted> = {
  read: (db, _city, keys) =>
    read(
      db,
      `-- every community: an organisation may be given money in several sets of books
       select asked.key, asks.*, given.*, reached.*
       from unnest($1::text[], $2::uuid[], $3::timestamptz[]) asked (key, id, now)
       cross join lateral (
         select count(*)::int applications,
           count(*) filter (where state = 'submitted')::int undecided,
           count(*) filter (where state = 'declined')::int declined,
           count(*) filter (where state = 'withdrawn')::int withdrawn
         from application where applicant_id = asked.id) asks
       cross join lateral (
         select count(*)::int grants,
           count(*) filter (where state = 'completed')::int completed,
           count(*) filter (where state = 'cancelled')::int cancelled
         from pool_grant where grantee_id = asked.id) given
       cross join lateral (
         select count(*) filter (where day <= due_on)::int "milestonesKept",
           count(*) filter (where day > due_on)::int "milestonesLate",
           count(*) filter (where day is null and state = 'active' and due_on < today)::int
             "milestonesOverdue"
         from (
           select due_on, pool_grant.state, (asked.now at time zone time_zone)::date today,
             (accepted_at at time zone time_zone)::date as day
           from pool_grant join place on place.id = pool_grant.community_id
           join tranche on tranche.community_id = pool_grant.community_id
             and tranche.application_id = pool_grant.id
           where pool_grant.grantee_id = asked.id) milestone) reached`,
      [keys, keys.map((key) => key.slice(0, 36)), keys.map((key) => key.slice(37))],
    ),
  keyOf: ({ key }) => key,
};

/** All that organisations were ever awarded; a team has a few dozen in its life. */
const everyGrantOf: GroupBatch<GrantRow> = {
  many: true,
  read: (db, _city, granteeIds) =>
    read(
      db,
      `-- every community: an organisation may be given money in several sets of books
       select ${GRANT_COLUMNS} from pool_grant where grantee_id = any ($1) order by id`,
      [granteeIds],
    ),
  keyOf: ({ granteeId }) => granteeId,
};

/** How an organisation has done with what it asked for and was given. */
export async function grantRecordOf(
  context: Context,
  organisationId: string,
): Promise<GrantRecord> {
  const [counted, grants] = await Promise.all([
    context.load(countsOf, CITY, recordKey(organisationId, context.now)),
    context.loadMany(everyGrantOf, CITY, organisationId),
  ]);
  if (!counted) throw new Error(`Nothing was counted of ${organisationId}`);
  const currencies = [...new Set(grants.map(({ currency }) => currency))].sort();
  const money = currencies.map((currency) => moneyOf(context, grants, currency));
  return { ...counted, money: await Promise.all(money) };
}

async function moneyOf(
  context: Context,
  grants: readonly GrantRow[],
  currency: Currency,
): Promise<GrantedMoney> {
  const these = grants.filter((grant) => grant.currency === currency);
  const awarded = these.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  const [paid, returned] = await Promise.all([
    sumOf(context, these, 'paid'),
    sumOf(context, these, 'returned'),
  ]);
  const shown = (minor: bigint) => moneyIn(currency, minor);
  return { awarded: shown(awarded), paid: shown(paid), returned: shown(returned) };
}

async function sumOf(context: Context, grants: readonly GrantRow[], which: GrantFigure) {
  const figures = await Promise.all(grants.map((grant) => grantFigure(context, grant, which)));
  return figures.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
}
