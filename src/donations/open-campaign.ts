import { isPoolKeeper } from '../foundations/pool.policy';
import { needOpenPool } from '../foundations/pool.reader';
import { authorise } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { CampaignRow } from './campaign.entity';

export interface OpenCampaign {
  readonly poolId: string;
  readonly title: string;
  readonly story: string;
  readonly goal?: MoneyInput | null;
  readonly startsOn: Day;
  /** The day after its last. */
  readonly endsOn?: Day | null;
}

const LONGEST_STORY = 5_000;

/**
 * Opens a campaign for an open pool (the foundation's chair or secretary; C8). Whether an
 * enterprise matches its gifts is for the enterprise to promise: promiseMatch. Refuses:
 * `ID_UNKNOWN`, `POOL_CLOSED`, `POOL_EARMARKED`, `TEXT_LENGTH`, `DAY_PAST`, `PERIOD_EMPTY`,
 * `CAMPAIGN_TITLE_TAKEN`, and what readMoney refuses.
 */
export async function openCampaign(work: UnitOfWork, input: OpenCampaign): Promise<CampaignRow> {
  const pool = await needOpenPool(work, input.poolId, ['poolId']);
  authorise(work.actor, isPoolKeeper(work.actor, pool.foundationId));
  const { timeZone } = await needPlace(work, pool.communityId, ['poolId']);
  const asset = currency(pool.currency);
  const campaign: CampaignRow = {
    communityId: pool.communityId,
    id: newId(),
    poolId: pool.id,
    title: readName(input.title, ['title']),
    story: readText(input.story, LONGEST_STORY, ['story']),
    currency: pool.currency,
    goalMinor: input.goal ? readMoney(input.goal, asset, ['goal']).minor.toString() : null,
    ...readDays(input, dayOf(work.now, timeZone)),
    matchEnterpriseId: null,
    matchCapMinor: null,
    matchBasisPoints: null,
    matchReceivedMinor: '0',
    raisedMinor: '0',
    gifts: 0,
    openedAt: work.now,
    endedAt: null,
  };
  const db = await work.begin();
  await db.insert(CampaignRow, campaign).catch(refuseTakenTitle);
  return campaign;
}

/** Nothing can be given to it on days that have passed, so that it begins today or later. */
function readDays(input: OpenCampaign, today: Day): Pick<CampaignRow, 'startsOn' | 'endsOn'> {
  const startsOn = readDay(input.startsOn, ['startsOn']);
  if (startsOn < today) throw new Refusal('DAY_PAST', { today }, ['startsOn']);
  const endsOn = input.endsOn ? readDay(input.endsOn, ['endsOn']) : null;
  if (endsOn !== null && endsOn <= startsOn) throw new Refusal('PERIOD_EMPTY', {}, ['endsOn']);
  return { startsOn, endsOn };
}

const UNIQUE = '23505';

/** Only the title can meet another row's: the id is new. */
function refuseTakenTitle(error: unknown): never {
  if ((error as { code?: string }).code !== UNIQUE) throw error;
  throw new Refusal('CAMPAIGN_TITLE_TAKEN', {}, ['title']);
}
