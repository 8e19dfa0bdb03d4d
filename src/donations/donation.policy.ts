import { policy } from '../api/policy';
import { then } from '../api/at-once';
import { holds, holdsAbove, type Actor } from '../kernel/actor';
import { isAuditor } from '../society/society.policy';
import type { PlaceRow } from '../society/place.entity';
import { placeKnown } from '../society/place.reader';

/** Who asks for refunds, records receipts and payouts: those who keep a foundation's money. */
export function isFinance(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'treasurer', 'secretary');
}

/** Who checks what somebody else asked for. */
export function isFinanceChecker(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, 'treasurer', 'chair');
}

const KEEP_GIVERS = ['treasurer', 'secretary', 'chair'] as const;

/** Who may see who gave: the foundation's chair and those who keep its money. */
export function keepsGivers(actor: Actor, foundationId: string): boolean {
  return holds(actor, foundationId, ...KEEP_GIVERS);
}

/** The foundations of which somebody may see who gave to them. */
export function keptFoundations(actor: Actor): string[] {
  const ids = actor.standings.map(({ organisationId }) => organisationId);
  return [...new Set(ids)].filter((id) => keepsGivers(actor, id)).sort();
}

/**
 * Handed over by its own token: whoever has that may see all of it. It is a copy that is marked:
 * the row itself may have been read for others at the same moment.
 */
const BY_TOKEN = new WeakSet<object>();

export function seenByToken<Row extends object>(row: Row): Row {
  const seen = { ...row };
  BY_TOKEN.add(seen);
  return seen;
}

/** What belongs to something that was handed over by its token is handed over with it. */
export function seenAs<Row extends object>(whole: object, part: Row): Row {
  return BY_TOKEN.has(whole) ? seenByToken(part) : part;
}

/** Rows of one foundation's gifts: refunds, acknowledgements and the like. */
interface OfAFoundation {
  readonly communityId: string;
  readonly foundationId: string;
}

export const giftReader = policy<OfAFoundation>(
  'Whoever has its token, the chair, treasurer and secretary of the foundation, and auditors ' +
    'of the place.',
  (context, row) =>
    BY_TOKEN.has(row) ||
    keepsGivers(context.actor, row.foundationId) ||
    then(placeKnown(context, row.communityId), (at) => at !== null && isAuditor(context.actor, at)),
);

export const financeReader = policy<OfAFoundation>(
  'The chair, treasurer and secretary of the foundation, and auditors of the place.',
  (context, row) =>
    keepsGivers(context.actor, row.foundationId) ||
    then(placeKnown(context, row.communityId), (at) => at !== null && isAuditor(context.actor, at)),
);

/** The token itself is only for whoever has it. */
export const tokenHolder = policy<object>('Whoever has its token.', (_context, row) =>
  BY_TOKEN.has(row),
);

/** Who gave, in a place's books: for those who keep a foundation's money there, and auditors. */
export const giversOf = policy<PlaceRow>(
  "The chairs, treasurers and secretaries of the place's foundations, and auditors of the place.",
  ({ actor }, at) =>
    isAuditor(actor, at) || holdsAbove(actor, at.lineage, 'foundation', ...KEEP_GIVERS),
);

/** The gift behind a task: for whoever keeps the givers of its foundation, and auditors. */
export const taskGiftReader = policy<{ communityId: string; foundationId: string | null }>(
  'The chair, treasurer and secretary of the foundation, and auditors of the place.',
  (context, { communityId, foundationId }) =>
    (foundationId !== null && keepsGivers(context.actor, foundationId)) ||
    then(placeKnown(context, communityId), (at) => at !== null && isAuditor(context.actor, at)),
);
