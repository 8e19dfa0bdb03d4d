import { personOf } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { BallotRow, type BallotKind, type VoteBy } from './ballot.entity';
import { readRule, type GivenRule } from './ballot-rule';
import { newKeyPair } from './blind-signature';
import { electorsOf, layOut, recusedAmong, rollAgain, type GivenRecusal } from './freeze-roll';
import { boxesFor } from './in-order';

/** A ballot to open. Ids are those of rows: who calls has read what came from outside. */
export interface OpenBallotFor {
  readonly communityId: string;
  readonly question: string;
  readonly choices: readonly string[];
  /** Up to so many of them a vote may mark, or none at all; nothing: a vote is for one choice. */
  readonly mostMarks?: number | null;
  /** The courtyard or grid whose people may vote; none: those of the whole community. */
  readonly placeId?: string | null;
  readonly voteBy: VoteBy;
  readonly closesAt: Date;
  /** In secret, if nothing is said. */
  readonly kind?: BallotKind | null;
  /** What it decides by; none: it asks for opinions. */
  readonly rule?: GivenRule | null;
  /** The residents who may vote; none: all of the community. */
  readonly electors?: readonly string[] | null;
  /** A ballot whose roll it takes: who was asked there is asked again, and nobody else. */
  readonly rollOf?: string | null;
  /** Those of them who stand aside. */
  readonly recused?: readonly GivenRecusal[] | null;
  /** Seats of the full membership that nobody holds; they stay in the base. None, if left out. */
  readonly vacant?: number;
}

const LONGEST_QUESTION = 500;

/** A question has few answers; of candidates and projects there may be more. */
const MOST_CHOICES = 10;
const MOST_CHOICES_TO_MARK = 30;

/** There is time to hear of it, and an end to wait for. */
const SHORTEST_HOURS = 1;
const LONGEST_DAYS = 60;
const HOUR_MS = 3_600_000;

const NO_KEYS = { publicKey: null, signingKey: null };

/**
 * Opens a ballot for whoever has been found to be allowed to: an authority above (a council for
 * its members) calls it after its own policy, and here nobody is asked again. The roll is frozen
 * here; moving in, out or to another household later changes nothing. Refuses: `TEXT_LENGTH`,
 * `CHOICES_COUNT`, `CHOICE_TWICE`, `MARKS_COUNT`, `RULE_OF_ONE_CHOICE`, `BALLOT_TIME`,
 * `SHARE_OUT_OF_RANGE`, `CHOICE_UNKNOWN`, `ELECTORS_COUNT`, `ELECTOR_TWICE`, `NOT_ELIGIBLE`,
 * `ROLL_EMPTY`, `NOT_DECIDING`, `ELECTOR_UNKNOWN`, `RECUSED_FROM_BALLOT`, `LAST_ELECTOR`.
 */
export async function openBallotFor(work: UnitOfWork, input: OpenBallotFor): Promise<BallotRow> {
  const at = await needPlace(work, input.communityId, ['communityId']);
  const { voteBy, kind } = { kind: input.kind ?? ('secret' as const), voteBy: input.voteBy };
  const choices = readChoices(input);
  const mostMarks = readMostMarks(input);
  const asked = {
    question: readText(input.question, LONGEST_QUESTION, ['question']),
    closesAt: readEnd(work, input.closesAt),
    ...readRule(input.rule, choices),
  };
  const keys = kind === 'secret' ? await newKeyPair() : NO_KEYS;
  const db = await work.begin();
  const today = dayOf(work.now, at.timeZone);
  const placeId = input.placeId ?? null;
  const where = { communityId: at.id, placeId, today, voteBy };
  const electors = input.rollOf
    ? await rollAgain(work, at.id, input.rollOf)
    : await electorsOf(work, where, input.electors ?? null);
  const recused = recusedAmong(electors, asked, input.recused ?? []);
  const vacant = input.vacant ?? 0;
  const units = new Set(electors.map(({ unitId }) => unitId)).size;
  const ballot: BallotRow = {
    ...{ communityId: at.id, id: newId(), kind, choices, mostMarks, placeId, ...asked, voteBy },
    ...keys,
    ...{
      base: units - recused.length + vacant,
      vacant,
      boxes: kind === 'secret' ? boxesFor(units) : 0,
    },
    ...{ openedBy: personOf(work.actor), openedAt: work.now },
    ...{ closedBy: null, closedAt: null, votes: null, paperVotes: null, tookPart: null },
  };
  await db.insert(BallotRow, ballot);
  await layOut(work, ballot, electors, recused);
  return ballot;
}

function readChoices({ choices: given, mostMarks }: OpenBallotFor): string[] {
  const path = ['choices'];
  const several = (mostMarks ?? null) !== null;
  const [least, largest] = several ? [1, MOST_CHOICES_TO_MARK] : [2, MOST_CHOICES];
  if (given.length < least || given.length > largest)
    throw new Refusal('CHOICES_COUNT', { least, largest }, path);
  const choices = given.map((each, i) => readName(each, [...path, String(i)]));
  const twice = choices.find((each, i) => choices.indexOf(each) !== i);
  if (twice !== undefined) throw new Refusal('CHOICE_TWICE', { choice: twice }, path);
  return choices;
}

function readMostMarks({ mostMarks, choices, rule }: OpenBallotFor): number | null {
  if (mostMarks === null || mostMarks === undefined) return null;
  const range = { least: 1, most: choices.length };
  if (mostMarks < range.least || mostMarks > range.most)
    throw new Refusal('MARKS_COUNT', range, ['mostMarks']);
  if (rule) throw new Refusal('RULE_OF_ONE_CHOICE', {}, ['rule']);
  return mostMarks;
}

function readEnd({ now }: UnitOfWork, closesAt: Date): Date {
  const hours = (closesAt.getTime() - now.getTime()) / HOUR_MS;
  if (hours >= SHORTEST_HOURS && hours <= LONGEST_DAYS * 24) return closesAt;
  const facts = { shortestHours: SHORTEST_HOURS, longestDays: LONGEST_DAYS };
  throw new Refusal('BALLOT_TIME', facts, ['closesAt']);
}
