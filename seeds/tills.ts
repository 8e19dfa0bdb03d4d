import { issueCard } from '../src/society/issue-card';
import { endCard } from '../src/society/end-card';
import { setTillRule } from '../src/supermarkets/set-till-rule';
import { tenantId, type Shop } from './economy';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';

/** So many teams of a community have cards so far; who has none is found by name. */
const TEAMS_WITH_CARDS = 3;

/** What is usual at once, from which month on: half a year's custom made it less. */
const USUAL = [
  { month: 0, value: 8 },
  { month: 6, value: 4 },
] as const;

/** A till's people and its rules: cards are given out, one is lost, and what is usual is said. */
export async function openTills(stage: Stage, shop: Shop, year: Year): Promise<void> {
  const { cadre, place } = shop.community;
  for (const { month, value } of USUAL) {
    const rule = { communityId: placeId(place), kind: 'usual_quantity' as const, value };
    await stage.as(cadre, setTillRule, rule, year.at(month, 2, 8));
  }
  await giveCards(stage, shop, year);
}

async function giveCards(
  stage: Stage,
  { community: { cadre, clerk, storekeeper, teams } }: Shop,
  year: Year,
): Promise<void> {
  const members = teams.slice(0, TEAMS_WITH_CARDS).flatMap((team) => team.members);
  for (const [i, { residentId }] of members.entries()) {
    const card = await stage.as(cadre, issueCard, { residentId }, year.at(1, 5, 9, i));
    if (i !== 1) continue;
    const lost = { cardId: tenantId('ResidentCard', card), because: 'lost' as const };
    await stage.as(clerk, endCard, lost, year.at(7, 9));
    await stage.as(storekeeper, issueCard, { residentId }, year.at(7, 10));
  }
}
