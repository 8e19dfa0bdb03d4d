import type { GiftFollowQuery } from '../../generated/operations';
import { day } from '../../kit/figures';
import { minorOf } from '../../kit/sums';
import type { Visit } from '../page';
import { dayIn } from './days';
import type { Look, Step } from './way-step';

export type Gift = NonNullable<GiftFollowQuery['donation']>;
type Part = Gift['followed'][number];

/**
 * The way of a gift as a tree: the gift, its pool, the grants of that, and their milestones;
 * welfare goods, what waits, and what went back. What reached a step is the sum of what went on
 * from there.
 * Null before anything has arrived.
 */
export function wayOf(gift: Gift, visit: Visit): Step | null {
  const { paidAt, amount, followed, pool } = gift;
  const parts = followed.filter(({ part }) => part.currency === amount.currency);
  if (!paidAt || parts.length === 0) return null;
  const { t, language } = visit;
  const paidOn = day(dayIn(pool.place.timeZone, new Date(paidAt)), language);
  const back = parts.filter(({ stage }) => BACK.has(stage));
  const kept = parts.filter(({ stage }) => !BACK.has(stage));
  const at = { timeZone: pool.place.timeZone, visit };
  const reached = through(pool.name, paidOn, poolsParts(kept, at));
  const onward = [...(kept.length > 0 ? [reached] : []), ...back.map((part) => leaf(part, at))];
  return through(t('give.way.gift'), t('give.way.paid', { day: paidOn }), onward);
}

/** Stages of what did not stay with the pool. */
const BACK = new Set<Part['stage']>(['REFUNDED', 'RETURNED', 'DISPUTED', 'HELD']);

interface At {
  readonly timeZone: string;
  readonly visit: Visit;
}

/** What a pool passed on: by grant, and all else for itself. */
function poolsParts(parts: readonly Part[], at: At): Step[] {
  const grants = new Map<string, Part[]>();
  const steps: (Part | string)[] = [];
  for (const part of parts) {
    const id = part.grant?.id;
    if (id === undefined) steps.push(part);
    else if (grants.has(id)) grants.get(id)?.push(part);
    else {
      grants.set(id, [part]);
      steps.push(id);
    }
  }
  return steps.map((step) =>
    typeof step === 'string' ? grantStep(grants.get(step) ?? [], at) : leaf(step, at),
  );
}

function grantStep(parts: readonly Part[], at: At): Step {
  const [grant] = parts.flatMap((part) => part.grant ?? []);
  const { t, language } = at.visit;
  const awarded = day(dayIn(at.timeZone, new Date(grant?.awardedAt ?? 0)), language);
  const when = t('give.way.granted', { day: awarded, grantee: grant?.grantee.name });
  const onward = parts.map((part) => leaf(part, at));
  return through(grant?.title ?? '', when, onward);
}

function through(label: string, when: string, onward: readonly Step[]): Step {
  const minor = onward.reduce((sum, each) => sum + each.minor, 0n);
  return { label, says: null, when, look: 'through', minor, onward };
}

const LOOKS: Readonly<Partial<Record<Part['stage'], Look>>> = {
  SPENT: 'done',
  SPENT_ON_GOODS: 'done',
  USED: 'done',
  REFUNDED: 'back',
  RETURNED: 'back',
  DISPUTED: 'back',
  HELD: 'back',
};

/** Where a part of a gift came to: nothing is known after it. */
function leaf(part: Part, { timeZone, visit }: At): Step {
  const { stage, date, says, milestone, store, month } = part;
  const { t, language } = visit;
  const accepted = milestone?.acceptedAt && dayIn(timeZone, new Date(milestone.acceptedAt));
  const spoken = date && day(date, language);
  const on = spoken && (accepted ? t('give.way.paid', { day: spoken }) : spoken);
  const done = accepted && t('give.way.accepted', { day: day(accepted, language) });
  return {
    label: milestone?.title ?? store?.name ?? t(`give.stage.${stage}`),
    says,
    when: [month, on, done].filter(Boolean).join(' · ') || null,
    look: LOOKS[stage] ?? 'waits',
    minor: minorOf(part.part.amount, part.part.currency) ?? 0n,
    onward: [],
  };
}
