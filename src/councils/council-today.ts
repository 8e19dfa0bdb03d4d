import type { Context } from '../api/context';
import { dayOf, type Day } from '../kernel/calendar';
import { place } from '../society/place.reader';
import { compositionOf, type CompositionLine } from './composition';
import type { CouncilRuleValues } from './council-kinds';
import { councilAt, ruleAt, valuesOf } from './council-rule.reader';
import { termOn } from './council-seat.reader';
import type { CouncilTermRow } from './council-term.entity';
import type { CouncilRow } from './council.entity';
import { groupsOfCouncil } from './council.reader';
import { councilOn, membersOn } from './members.reader';

/** The day it is where a council sits. */
export async function dayAt(context: Context, { placeId }: CouncilRow): Promise<Day> {
  const at = await place(context, placeId);
  if (!at) throw new Error(`There is no place ${placeId}`);
  return dayOf(context.now, at.timeZone);
}

async function ruleNow(context: Context, { communityId, id }: CouncilRow) {
  const row = await context.load(ruleAt, communityId, councilAt(id, context.now));
  if (!row) throw new Error(`Council ${id} follows no rule`);
  return valuesOf(row);
}

/** A line with where it is told. */
export type LineOf = CompositionLine & { readonly communityId: string };

/** What a council must be made of, and what it is made of today; nothing is kept of it. */
export async function compositionToday(context: Context, council: CouncilRow): Promise<LineOf[]> {
  const { communityId, id } = council;
  const day = await dayAt(context, council);
  const [rule, groups, members] = await Promise.all([
    ruleNow(context, council),
    context.loadMany(groupsOfCouncil, communityId, id),
    context.loadMany(membersOn, communityId, councilOn(id, day)),
  ]);
  const groupIds = groups.map((group) => group.id);
  return compositionOf(rule, groupIds, members).map((line) => ({ ...line, communityId }));
}

/** A term with the rule that its figures follow from. */
export type TermToday = CouncilTermRow & { readonly rule: CouncilRuleValues };

/** The term that a council sits for today; none once it is dissolved. */
export async function termToday(context: Context, council: CouncilRow): Promise<TermToday | null> {
  if (council.dissolvedAt !== null) return null;
  const key = councilOn(council.id, await dayAt(context, council));
  const [term, rule] = await Promise.all([
    context.load(termOn, council.communityId, key),
    ruleNow(context, council),
  ]);
  return term && { ...term, rule };
}
