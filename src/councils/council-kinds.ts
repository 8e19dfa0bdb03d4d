import type { PlaceKind } from '../society/place.entity';

/** A part of a whole: 4 of 5. */
export interface Share {
  readonly parts: number;
  readonly of: number;
}

/** What a council must be made of, and when it may decide. */
export interface CouncilRuleValues {
  /** So many members at least. */
  readonly minSeats: number;
  /** So many of them for each group at least, chosen from its council; 0: not by groups. */
  readonly seatsPerGroup: number;
  /** So many of a hundred members may be cadres. */
  readonly cadrePercent: number;
  /** For how many years members are seated. */
  readonly termYears: number;
  /** What part of the members must be present. */
  readonly quorum: Share;
  /** Of the full membership, more than this part must say yes. */
  readonly passesWithMoreThan: Share;
  /** How many residents together may table a motion. */
  readonly coSigners: number;
  /** In how many days a motion is screened. */
  readonly screeningDays: number;
  /** What it means that it was not: the motion is admitted, or it is returned. */
  readonly silence: Silence;
  /** Whether members vote by name instead of in secret. */
  readonly rollCall: boolean;
  /** For how many days a resolution is shown before it is executed. */
  readonly noticeDays: number;
  /** In how many days after that it lapses. */
  readonly lapseDays: number;
}

/** What the silence of who screens means. */
export const SILENCES = ['admits', 'returns'] as const;
export type Silence = (typeof SILENCES)[number];

interface CouncilKindData {
  /** Where such a council may sit. */
  readonly sitsIn: readonly PlaceKind[];
  /** The rule that it begins with. */
  readonly rule: CouncilRuleValues;
}

/** What row C1 says of every council. */
const COMMON = {
  seatsPerGroup: 0,
  cadrePercent: 50,
  termYears: 3,
  quorum: { parts: 4, of: 5 },
  passesWithMoreThan: { parts: 1, of: 2 },
  coSigners: 10,
  screeningDays: 7,
  silence: 'admits' as const,
  rollCall: false,
  noticeDays: 7,
  lapseDays: 180,
};

/** The kinds of council (C1, N1, N4, B4), with the rule that each begins with. */
export const COUNCIL_KINDS = {
  group_council: { sitsIn: ['community', 'courtyard', 'grid'], rule: { ...COMMON, minSeats: 5 } },
  community_council: {
    sitsIn: ['community'],
    rule: { ...COMMON, minSeats: 21, seatsPerGroup: 2 },
  },
  courtyard_council: { sitsIn: ['courtyard'], rule: { ...COMMON, minSeats: 5 } },
  neighbourhood_council: {
    sitsIn: ['community', 'courtyard', 'grid'],
    rule: { ...COMMON, minSeats: 5 },
  },
  residents_meeting: { sitsIn: ['community'], rule: { ...COMMON, minSeats: 30 } },
} as const satisfies Record<string, CouncilKindData>;

export type CouncilKind = keyof typeof COUNCIL_KINDS;

/** How many of so many members must be present: of 21, 17. */
export function membersToMeet({ quorum }: CouncilRuleValues, members: number): number {
  return Math.ceil((members * quorum.parts) / quorum.of);
}

/** How many of so many members, present or not, must say yes: of 21, 11. */
export function votesToPass({ passesWithMoreThan }: CouncilRuleValues, members: number): number {
  return Math.floor((members * passesWithMoreThan.parts) / passesWithMoreThan.of) + 1;
}
