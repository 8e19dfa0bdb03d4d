import { Refusal } from '../kernel/refusal';
import type { KnownBallot } from './ballot.reader';

/** What somebody votes: one choice, or where several may be marked the marked ones. */
export interface GivenMarks {
  /** One of the ballot's choices, as it is written there. */
  readonly choice?: string | null;
  /** Some of them, or none at all. */
  readonly marks?: readonly string[] | null;
}

/** How many choices a vote marks: one, or where several may be marked none to so many. */
export function rangeOf({ mostMarks }: Pick<KnownBallot, 'mostMarks'>) {
  return mostMarks === null ? { least: 1, most: 1 } : { least: 0, most: mostMarks };
}

/**
 * Reads what is voted as one number: a bit for each choice that is marked, the first of them the
 * lowest. Refuses: `CHOICE_OR_MARKS`, `CHOICE_UNKNOWN`, `CHOICE_TWICE`, `MARKS_COUNT`.
 */
export function readMarks(
  ballot: Pick<KnownBallot, 'choices' | 'mostMarks'>,
  { choice, marks }: GivenMarks,
): number {
  const one = typeof choice === 'string' ? [choice] : null;
  const given = marks ?? one;
  if (!given || (marks && one)) throw new Refusal('CHOICE_OR_MARKS', {}, ['choice']);
  const at = (n: number) => (marks ? ['marks', String(n)] : ['choice']);
  const places = given.map((each, n) => {
    const place = ballot.choices.indexOf(each);
    if (place < 0) throw new Refusal('CHOICE_UNKNOWN', {}, at(n));
    if (given.indexOf(each) !== n) throw new Refusal('CHOICE_TWICE', { choice: each }, at(n));
    return place;
  });
  const { least, most } = rangeOf(ballot);
  if (places.length < least || places.length > most)
    throw new Refusal('MARKS_COUNT', { least, most }, ['marks']);
  return places.reduce((sum, place) => sum + 2 ** place, 0);
}

/** Whether a vote marks the choice in a place, from 0. */
export const isMarked = (marks: number, place: number) => Math.floor(marks / 2 ** place) % 2 === 1;

/** The choices that a vote marks, in the words and the order of the ballot. */
export function markedOf({ choices }: Pick<KnownBallot, 'choices'>, marks: number): string[] {
  return choices.filter((_, place) => isMarked(marks, place));
}

/** The one choice that is marked; null: it is none, or several. */
export const onlyOf = (choices: readonly string[]) =>
  choices.length === 1 ? (choices[0] ?? null) : null;

/** How many of some votes mark each choice. */
export function countMarks(
  { choices }: Pick<KnownBallot, 'choices'>,
  votes: readonly number[],
): number[] {
  return choices.map((_, place) => votes.filter((marks) => isMarked(marks, place)).length);
}

/** The same for SQL: the choices that are marked, as a list of texts. */
export const markedIn = (marks: string, choices: string) => `
  array(select named.choice from unnest(${choices}) with ordinality named (choice, n)
    where ${marks} & (1 << (named.n - 1)::integer) <> 0 order by named.n)`;
