import { draft, record, recordedBefore } from '../bookkeeping/record';
import { CREDITS } from '../bookkeeping/rules/credits';
import { authorise } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { dayOf, monthOf } from '../kernel/calendar';
import { sameCommunity } from '../kernel/global-id';
import { naming, Refusal } from '../kernel/refusal';
import { ownRequest, request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { ResidentRow } from '../society/resident.entity';
import { isResident } from '../society/resident.policy';
import { lockResidents, needResident } from '../society/resident.reader';
import { isRegistrar } from '../society/society.policy';
import { keepCarried, layersOf, refuseEnding } from './carried-credits.reader';
import { schemeFor, type CreditScheme } from './credit-scheme.reader';
import { lockWallets } from './old-credits.reader';
import { transferRule } from './transfer-rule.reader';
import { freezeInForce } from './wallet-freeze.reader';
import { walletAccountId } from './wallet.reader';

export interface TransferCreditsInput {
  readonly idempotencyKey: string;
  readonly fromResidentId: string;
  readonly toResidentId: string;
  readonly credits: number;
}

/** Who handed credits on, and to whom. */
export interface Transfer {
  readonly giver: ResidentRow;
  readonly receiver: ResidentRow;
}

const FROM = ['fromResidentId'];
const TO = ['toResidentId'];
const MOST_CREDITS = 10_000;

/**
 * Hands a resident's credits on to another of the same household, as far as the scheme's rule of
 * the month allows (the resident; cadres and officers of the community for them, and never to
 * themselves). The oldest go first, and keep their age: nothing lives longer in another wallet.
 *
 * Refuses: `ID_UNKNOWN`, `KEY_UNUSABLE`, `KEY_REUSED`, `OTHER_COMMUNITY`, `TRANSFER_TO_SELF`,
 * `OWN_TRANSFER`, `TRANSFER_RANGE`, `RESIDENT_GONE`, `OTHER_HOUSEHOLD`, `WALLET_FROZEN`,
 * `NO_SCHEME`, `TRANSFERS_OFF`, `CREDITS_END_SOON`, `INSUFFICIENT_CREDITS`,
 * `TRANSFER_LIMIT_REACHED` (facts `available`, `required`).
 */
export async function transferCredits(
  work: UnitOfWork,
  input: TransferCreditsInput,
): Promise<Transfer> {
  const asked = request('transferCredits', input);
  const giver = await needResident(work, input.fromResidentId, FROM);
  const at = await needPlace(work, giver.communityId, FROM);
  authorise(work.actor, isResident(work.actor, giver) || isRegistrar(work.actor, at));
  const receiver = await needResident(work, input.toResidentId, TO);
  sameCommunity(receiver, giver.communityId, TO);
  refuseOwn(work, giver, receiver);
  const { credits } = input;
  if (!Number.isInteger(credits) || credits < 1 || credits > MOST_CREDITS)
    throw new Refusal('TRANSFER_RANGE', { most: MOST_CREDITS }, ['credits']);
  await work.begin();
  const pair = await lockBoth(work, { giver, receiver });
  if (await recordedBefore(work, at.id, asked)) return pair;
  await refuseApart(work, pair, at);
  await handOn(work, pair, { at, asked, credits: BigInt(credits) });
  return pair;
}

function refuseOwn({ actor }: UnitOfWork, giver: ResidentRow, receiver: ResidentRow): void {
  if (receiver.id === giver.id) throw new Refusal('TRANSFER_TO_SELF', {}, TO);
  const own = receiver.personId !== null && receiver.personId === actor.personId;
  if (isResident(actor, giver)) return;
  if (own || isResident(actor, receiver)) throw new Refusal('OWN_TRANSFER', {}, TO);
}

/** In one order: of two who hand on to each other, the second waits. */
async function lockBoth(work: UnitOfWork, pair: Transfer): Promise<Transfer> {
  const { communityId, id } = pair.giver;
  const locked = await lockResidents(work, communityId, [id, pair.receiver.id]);
  const [giver, receiver] = [id, pair.receiver.id].map((each) =>
    locked.find((row) => row.id === each),
  );
  if (!giver || !receiver) throw new Error('Residents are never deleted');
  return { giver, receiver };
}

/** Both live here, together, and neither wallet is frozen: they are locked, so that it stays so. */
async function refuseApart(
  work: UnitOfWork,
  { giver, receiver }: Transfer,
  at: PlaceRow,
): Promise<void> {
  const today = dayOf(work.now, at.timeZone);
  const both = [
    { each: giver, path: FROM },
    { each: receiver, path: TO },
  ];
  for (const { each, path } of both)
    if (each.movedOut !== null && each.movedOut <= today)
      throw new Refusal('RESIDENT_GONE', {}, path);
  if (giver.householdId !== receiver.householdId) throw new Refusal('OTHER_HOUSEHOLD', {}, TO);
  const frozen = await freezeInForce.read(work.db, at.id, [giver.id, receiver.id]);
  for (const { each, path } of both)
    if (frozen.some(({ residentId }) => residentId === each.id))
      throw new Refusal('WALLET_FROZEN', {}, path);
}

interface Asked {
  readonly at: PlaceRow;
  readonly asked: Request;
  readonly credits: bigint;
}

/** What is the oldest is read with the giver's wallet locked: nothing comes or goes meanwhile. */
async function handOn(work: UnitOfWork, pair: Transfer, { at, asked, credits }: Asked) {
  const { giver, receiver } = pair;
  const scheme = await naming(FROM, () => schemeFor(work.db, at));
  const month = monthOf(work.now, at.timeZone);
  const rule = await transferRule(work.db, scheme.id, month);
  if (!rule) throw new Refusal('TRANSFERS_OFF', { month }, FROM);
  const accountId = walletAccountId(at.id, giver.id, scheme);
  const to = walletAccountId(at.id, receiver.id, scheme);
  // Both, in the order of postings: a till that credits or takes of both must not stand crosswise.
  await lockWallets(work, at.id, [{ accountId }, { accountId: to }]);
  await refuseEnding(work, at.id, accountId, scheme);
  const layers = await layersOf(work, at.id, accountId, credits);
  const facts = {
    ...{ schemeId: scheme.id, residentId: giver.id, receiverId: receiver.id, month, layers },
    credits: amount(scheme.asset, credits),
  };
  const how = { request: asked, occurredAt: work.now };
  const drafts = [
    openRoom(scheme, { residentId: giver.id, month, limit: rule.monthlyLimit, at: work.now }),
    draft(CREDITS.creditsTransferred, facts, how),
  ];
  const [, handed] = await naming(['credits'], () => record(work, at.id, ...drafts));
  if (!handed) throw new Error('A transfer came to nothing');
  const held = { accountId: to, schemeId: scheme.id };
  await keepCarried(work, at.id, { ...held, entryId: handed.entryId, layers });
}

/** The room of a month is opened once; the rule of a month never changes within it. */
function openRoom(
  { id: schemeId, asset }: CreditScheme,
  { residentId, month, limit, at }: { residentId: string; month: string; limit: number; at: Date },
) {
  const facts = { schemeId, residentId, month, room: amount(asset, limit) };
  const own = ownRequest(`transfer-room/${schemeId}/${residentId}/${month}`);
  return draft(CREDITS.transferRoomOpened, facts, { request: own, occurredAt: at });
}
