import type { CadreInboxQuery } from '../../../generated/operations';

/** Something that waits. */
export type Item = NonNullable<CadreInboxQuery['me']>['inbox']['edges'][number]['node'];
type Kind = Item['__typename'];
type Of<K extends Kind> = Extract<Item, { readonly __typename: K }>;

/** An item in words: what it is about, where, until or since when, and where one acts on it. */
export interface Told {
  readonly title: string;
  readonly at?: string | null | undefined;
  /** Until when somebody has to act. */
  readonly until?: string | null;
  readonly since?: string | null;
  /** How many things are missing before it can go on. */
  readonly missing?: number;
  /** Where one acts on it; left out: not at a desk. */
  readonly to?: string;
}

const motion = ({ motion: { id, title, council, place } }: Of<'MotionToScreen'>): Told => ({
  ...{ title, at: council?.name ?? place?.name, to: `motions/${id}` },
});

type Teller = { readonly [K in Kind]?: (item: Of<K>) => Told };

/** The kinds that wait at this desk; others wait at a person's other desks. */
const TELLERS: Teller = {
  MotionToScreen: (item) => ({ ...motion(item), until: item.motion.screenBy }),
  MotionToPutToVote: (item) => motion(item as never),
  MotionToConclude: (item) => motion(item as never),
  ObjectionToAnswer: ({ objection: { text, raisedAt, resolution } }) => ({
    ...{ title: text, since: raisedAt, at: resolution?.motion?.title },
    to: `motions/${resolution?.motion?.id}`,
  }),
  ResolutionToExecute: ({ resolution: { motion: about } }) => ({
    ...{ title: about?.title ?? '', at: about?.place?.name },
    to: `motions/${about?.id}`,
  }),
  AttendanceToWitness: ({ list: { meeting } }) => ({
    ...{ title: meeting?.title ?? '', since: meeting?.startsAt ?? null },
    to: `meetings/${meeting?.id}`,
  }),
  MinutesToApprove: ({ minutes: { meeting, writtenAt } }) => ({
    ...{ title: meeting?.title ?? '', since: writtenAt, to: `meetings/${meeting?.id}` },
  }),
  ElectionWardToCount: ({ ward: { election } }) => ({
    ...{ title: election?.council?.name ?? '', to: `elections/${election?.id}` },
  }),
  ElectionToConclude: ({ election: { id, council } }) => ({
    ...{ title: council?.name ?? '', to: `elections/${id}` },
  }),
  PremisesEnding: ({ agreement: { store } }) => ({ title: store.name }),
  BallotToCast: ({ ballot: { id, question, closesAt } }) => ({
    ...{ title: question, until: closesAt, to: `/me/votes/${id}` },
  }),
  FundProjectToAdvance: ({ project: { id, title, standsAt } }) => ({
    ...{ title, at: standsAt?.plan.says, since: standsAt?.since ?? null, to: `fund/${id}` },
    missing: standsAt?.missing.length ?? 0,
  }),
};

/** Tells an item, or null where it waits at another desk. */
export function tell(item: Item): Told | null {
  const teller = TELLERS[item.__typename] as ((item: Item) => Told) | undefined;
  return teller?.(item) ?? null;
}
