import type { EntityManager } from 'typeorm';
import { idAfter } from '../api/paged';
import type { Actor } from '../kernel/actor';
import { limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { read } from '../kernel/read';
import { ASSEMBLY_BRANCHES } from './assembly-branches';
import { whoOf, type Branch } from './branch';
import { BRANCHES } from './branches';
import { DECIDING_BRANCHES } from './deciding-branches';
import { FUND_BRANCHES } from './fund-branches';
import { GRANT_BRANCHES } from './grant-branches';
import { OPERATOR_BRANCHES } from './operator-branches';
import type { InboxKind } from './inbox.graphql';
import { ASKED_BRANCHES, MAKER_BRANCHES } from './maker-branches';
import { SPENDING_BRANCH } from './spending-branch';

/** Something that waits for a person. */
export interface InboxRow {
  readonly kind: InboxKind;
  readonly communityId: string;
  /** What it is found by in the list: it grows with time. */
  readonly id: string;
  /** Of an application or a tranche; else null. */
  readonly poolId: string | null;
  /** What waits, as its node. */
  readonly nodeId: string;
}

const WAITING = [
  ...[...GRANT_BRANCHES, ...MAKER_BRANCHES, ...BRANCHES, ...OPERATOR_BRANCHES],
  ...[...DECIDING_BRANCHES, ...ASSEMBLY_BRANCHES, ...FUND_BRANCHES, SPENDING_BRANCH],
];
const ALL = [...WAITING, ...ASKED_BRANCHES];

/**
 * What waits for a person, the longest first, as the branches say: only those are asked in which
 * the person holds a role, or is at home. Who belongs to an applicant only since it applied still
 * finds it here and is refused.
 */
export async function inboxOf(
  db: EntityManager,
  actor: Actor,
  ask: PageAsk,
  now = new Date(),
): Promise<Page<InboxRow>> {
  return await found(db, WAITING, actor, ask, now);
}

/** What a person asked for and somebody else has to check, the longest first. */
export async function askedBy(
  db: EntityManager,
  actor: Actor,
  ask: PageAsk,
  now: Date,
): Promise<Page<InboxRow>> {
  return await found(db, ASKED_BRANCHES, actor, ask, now);
}

async function found(
  db: EntityManager,
  branches: readonly Branch[],
  actor: Actor,
  ask: PageAsk,
  now: Date,
): Promise<Page<InboxRow>> {
  const after = idAfter(ask);
  const asked = branches
    .map((branch) => ({ branch, who: whoOf(actor, branch) }))
    .filter(({ who }) => who.length > 0);
  if (asked.length === 0) return toPage<InboxRow>(ask, [], ({ id }) => [id]);
  const rows = await read<InboxRow>(db, statementOf(asked.map(({ branch }) => branch)), [
    after,
    limitOf(ask),
    actor.personId,
    actor.standings.map(({ organisationId }) => organisationId),
    now,
    actor.residences.map(({ communityId }) => communityId),
    ...asked.map(({ who }) => who),
  ]);
  return toPage(ask, rows, ({ id }) => [id]);
}

/** The branches of a person's roles are few sets: each has one text, and so one prepared plan. */
const STATEMENTS = new Map<string, string>();

function statementOf(branches: readonly Branch[]): string {
  const key = branches.map((branch) => ALL.indexOf(branch)).join(' ');
  const known = STATEMENTS.get(key);
  if (known) return known;
  // `union`: who may decide about something twice over finds it once.
  const text = `
    select * from (${branches.map((branch, i) => `(${numbered(branch.sql, i)})`).join(' union ')})
      waiting
    where $3::uuid is not null and $4::uuid[] is not null and $5::timestamptz is not null
      and $6::uuid[] is not null
    order by id limit $2`;
  STATEMENTS.set(key, text);
  return text;
}

const NUMBERS: Readonly<Record<string, string>> = {
  ':after': '$1::uuid',
  ':limit': '$2',
  ':person': '$3::uuid',
  ':own': '$4::uuid[]',
  ':now': '$5::timestamptz',
  ':homes': '$6::uuid[]',
};

/** Puts numbers in the place of names; each branch has its own `:who`. */
function numbered(sql: string, i: number): string {
  return sql.replaceAll(/(?<!:):(after|limit|person|own|now|homes|who)\b/g, (name) =>
    name === ':who' ? `$${i + 7}::uuid[]` : (NUMBERS[name] ?? name),
  );
}
