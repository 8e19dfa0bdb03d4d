import { holdsAbove, type Actor } from '../kernel/actor';
import type { OrganisationKind, Role } from '../society/organisation.entity';
import type { PlaceRow } from '../society/place.entity';
import type { Within } from '../society/society.policy';
import { COUNCIL_KINDS, type CouncilKind } from './council-kinds';

/** The six layers of row B3. */
export const LAYERS = ['lead', 'decide', 'advise', 'execute', 'serve', 'take_part'] as const;
export type Layer = (typeof LAYERS)[number];

/** Who stands in a layer: a kind of organisation or of council, or who is neither. */
export type Body =
  | Exclude<OrganisationKind, 'foundation' | 'public_fund' | 'supermarket_operator'>
  | CouncilKind
  | 'residents';

/** What the layers are about: affairs by their scope (N4), and the councils themselves. */
export const MATTERS = [
  'community_affairs',
  'courtyard_affairs',
  'council_founding',
  'council_rules',
  'council_seats',
] as const;
export type Matter = (typeof MATTERS)[number];

/** A line of the table: of a matter, a body stands in a layer. */
export interface LayerLine {
  readonly matter: Matter;
  readonly layer: Layer;
  readonly body: Body;
}

type Bodies = Readonly<Record<Layer, readonly Body[]>>;

/**
 * Who leads, decides, advises, executes, serves and takes part (B3), by matter. This table is what
 * everybody may read, and what the commands of this folder ask: there is no other list.
 */
const TABLE: Readonly<Record<Matter, Bodies>> = {
  community_affairs: {
    lead: ['party_organisation', 'street_office'],
    decide: ['residents_meeting', 'community_council'],
    advise: ['group_council', 'courtyard_council', 'neighbourhood_council'],
    execute: ['residents_committee'],
    serve: ['service_station', 'social_organisation'],
    take_part: ['residents', 'self_organisation', 'social_enterprise', 'local_employer'],
  },
  courtyard_affairs: {
    lead: ['party_organisation', 'residents_committee'],
    decide: ['neighbourhood_council', 'courtyard_council', 'group_council'],
    advise: ['community_council'],
    execute: ['self_organisation', 'residents_committee'],
    serve: ['service_station', 'social_organisation'],
    take_part: ['residents', 'local_employer'],
  },
  council_founding: {
    lead: ['street_office'],
    decide: ['residents_meeting'],
    advise: ['party_organisation'],
    execute: ['residents_committee'],
    serve: ['service_station'],
    take_part: ['residents'],
  },
  council_rules: {
    lead: ['street_office'],
    decide: ['residents_meeting'],
    advise: ['party_organisation', 'community_council', 'residents_committee'],
    execute: [],
    serve: [],
    take_part: ['residents'],
  },
  council_seats: {
    lead: ['street_office'],
    decide: ['residents'],
    advise: ['party_organisation'],
    execute: ['residents_committee'],
    serve: ['service_station'],
    take_part: ['self_organisation'],
  },
};

/** The table, line by line. */
export const LAYER_LINES: readonly LayerLine[] = MATTERS.flatMap((matter) =>
  LAYERS.flatMap((layer) => TABLE[matter][layer].map((body) => ({ matter, layer, body }))),
);

const AFFAIRS = ['community_affairs', 'courtyard_affairs'] as const;

/** What people do about these matters, by the mutation's name, and which layers do it. */
const ACTS = {
  foundCouncil: { matters: ['council_founding'], layers: ['lead', 'execute'] },
  // Whom a council is to watch over does not do away with it.
  dissolveCouncil: { matters: ['council_founding'], layers: ['lead'] },
  setCouncilRule: { matters: ['council_rules'], layers: ['lead', 'execute'] },
  seatMembers: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  fillSeat: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  vacateSeat: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  callElection: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  openElectionBallot: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  openRunOff: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  countElectionBallot: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  concludeElection: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  callOffElection: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  openSeatRecallBallot: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  concludeSeatRecall: { matters: ['council_seats'], layers: ['lead', 'execute'] },
  screenMotion: { matters: AFFAIRS, layers: ['lead'] },
  mergeMotion: { matters: AFFAIRS, layers: ['lead'] },
  putMotionToVote: { matters: AFFAIRS, layers: ['execute'] },
  concludeMotion: { matters: AFFAIRS, layers: ['execute'] },
  answerObjection: { matters: AFFAIRS, layers: ['lead'] },
  executeResolution: { matters: AFFAIRS, layers: ['execute'] },
  lapseResolution: { matters: AFFAIRS, layers: ['lead', 'execute'] },
  openProject: { matters: AFFAIRS, layers: ['execute'] },
  endProject: { matters: AFFAIRS, layers: ['lead', 'execute'] },
  nameCourtyardBody: { matters: ['courtyard_affairs'], layers: ['lead', 'execute'] },
  endCourtyardBody: { matters: ['courtyard_affairs'], layers: ['lead', 'execute'] },
} as const satisfies Record<string, { matters: readonly Matter[]; layers: readonly Layer[] }>;

export type Act = keyof typeof ACTS;

/** By which role somebody acts for a body; the others do not act on these pages. */
const ACTS_BY: Partial<Record<Body, { kind: OrganisationKind; roles: Role[]; says: string }>> = {
  party_organisation: {
    kind: 'party_organisation',
    roles: ['party_secretary', 'party_member'],
    says: 'the committee of the party organisation',
  },
  street_office: {
    kind: 'street_office',
    roles: ['officer'],
    says: 'officers of the street office',
  },
  residents_committee: {
    kind: 'residents_committee',
    roles: ['cadre'],
    says: "cadres of the residents' committee",
  },
};

/** Who does an act about a matter: in which organisations, and in which roles there. */
export const doersOf = (act: Act, matter: Matter = ACTS[act].matters[0]) => {
  const { layers } = ACTS[act];
  return LAYER_LINES.filter(
    (line) => line.matter === matter && layers.some((layer) => layer === line.layer),
  ).flatMap(({ body }) => ACTS_BY[body] ?? []);
};

/** What a line's body does with it: mutations by their names. */
export function actsOf({ matter, layer, body }: LayerLine): Act[] {
  if (!ACTS_BY[body]) return [];
  return (Object.keys(ACTS) as Act[]).filter(
    (act) =>
      ACTS[act].matters.some((each) => each === matter) &&
      ACTS[act].layers.some((each) => each === layer),
  );
}

/** The kinds of council that decide a matter, in the order in which they are asked. */
export function decidersOf(matter: Matter): CouncilKind[] {
  return TABLE[matter].decide.filter((body): body is CouncilKind => body in COUNCIL_KINDS);
}

/** What the affairs of a place are: of a whole community, or of a courtyard or less (N4). */
export function affairsOf({ kind }: Pick<PlaceRow, 'kind'>): Matter {
  return kind === 'community' ? 'community_affairs' : 'courtyard_affairs';
}

/** Whether somebody may do an act at a place: by a role there or in a place above it. */
export function mayAct(actor: Actor, at: Within, act: Act, matter?: Matter): boolean {
  return doersOf(act, matter).some(({ kind, roles }) =>
    holdsAbove(actor, at.lineage, kind, ...roles),
  );
}

/** The same as a sentence. */
export function whoMay(act: Act): string {
  const doers = ACTS[act].matters.flatMap((matter) => doersOf(act, matter));
  const [first = 'nobody', ...rest] = new Set(doers.map(({ says }) => says));
  const all = [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' and ');
  return `${all}, of the place or above`;
}
