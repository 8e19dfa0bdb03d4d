import type { WeighedProject } from './fund-project.reader';
import type { PublicFundRow } from './public-fund.entity';

/** What projects are ranked by (C3, step 4). */
export const CRITERIA = ['urgency', 'will', 'self_raised', 'money_needed'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** A line of the arithmetic: `value` of `whole`, in thousandths, by a weight. */
export interface RankLine {
  readonly criterion: Criterion;
  readonly value: bigint;
  readonly whole: bigint;
  /** 0 to 1,000, rounded down; of the money needed, the less the more. */
  readonly points: number;
  readonly weight: number;
}

export interface Ranked {
  readonly project: WeighedProject;
  /** 1 is first; equal scores share a rank. */
  readonly rank: number;
  /** The points by their weights, summed. */
  readonly score: number;
  /** The most that a score can be. */
  readonly most: number;
  readonly lines: readonly RankLine[];
}

const THOUSAND = 1000n;
const MOST_URGENT = 5n;

/** In thousandths, rounded down; nothing of nothing is nothing. */
function thousandths(value: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((value * THOUSAND) / whole);
}

/**
 * The arithmetic of one project: how urgent it is of 5, how many of all households are for it, how
 * much of its cost residents raise, and how much of the allotment it leaves to others.
 */
export function linesOf(project: WeighedProject, fund: PublicFundRow): RankLine[] {
  const [cost, raised] = [BigInt(project.costMinor), BigInt(project.selfRaisedMinor)];
  const allotted = BigInt(fund.allottedMinor);
  const urgency = BigInt(project.urgency ?? 0);
  const [forIt, households] = [BigInt(project.forIt), BigInt(project.households)];
  const line = (criterion: Criterion, value: bigint, whole: bigint, weight: number): RankLine => ({
    ...{ criterion, value, whole, weight, points: thousandths(value, whole) },
  });
  const needed = line('money_needed', cost - raised, allotted, fund.weighMoney);
  return [
    line('urgency', urgency, MOST_URGENT, fund.weighUrgency),
    line('will', forIt, households, fund.weighWill),
    line('self_raised', raised, cost, fund.weighSelfRaised),
    { ...needed, points: 1000 - needed.points },
  ];
}

/**
 * Ranks the projects of a fund that were weighed, computed from what was counted each time it is
 * asked for: the score is kept nowhere. Of equal scores the one that began first stands first.
 */
export function rankProjects(fund: PublicFundRow, projects: readonly WeighedProject[]): Ranked[] {
  const { weighUrgency, weighWill, weighSelfRaised, weighMoney } = fund;
  const most = 1000 * (weighUrgency + weighWill + weighSelfRaised + weighMoney);
  const scored = projects
    .map((project) => {
      const lines = linesOf(project, fund);
      return {
        project,
        lines,
        score: lines.reduce((sum, each) => sum + each.points * each.weight, 0),
      };
    })
    .sort((a, b) => b.score - a.score || (a.project.id < b.project.id ? -1 : 1));
  return scored.map((each) => ({
    ...each,
    most,
    rank: scored.findIndex(({ score }) => score === each.score) + 1,
  }));
}
