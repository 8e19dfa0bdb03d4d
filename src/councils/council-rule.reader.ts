import type { Batch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { CouncilRuleValues } from './council-kinds';
import type { CouncilRuleRow } from './council-rule.entity';
import type { CouncilRow } from './council.entity';

/** A version's columns; its table is called `rule`. */
const RULE = `rule.community_id "communityId", rule.id, rule.council_id "councilId",
  rule.valid_from "validFrom", rule.min_seats "minSeats", rule.seats_per_group "seatsPerGroup",
  rule.cadre_percent "cadrePercent", rule.term_years "termYears",
  rule.quorum_parts "quorumParts", rule.quorum_of "quorumOf", rule.pass_parts "passParts",
  rule.pass_of "passOf", rule.co_signers "coSigners",
  rule.screening_days "screeningDays", rule.silence, rule.roll_call "rollCall",
  rule.notice_days "noticeDays", rule.lapse_days "lapseDays", rule.set_by "setBy", rule.set_at "setAt"`;

/** A version as its council follows it at a moment. */
export interface FollowedRule extends CouncilRuleRow {
  readonly key: string;
}

/** The key of a council at a moment. */
export const councilAt = (councilId: string, moment: Date) => `${councilId} ${moment.getTime()}`;

/** What councils follow; keys are made by `councilAt`. */
export const ruleAt: Batch<FollowedRule> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read<FollowedRule>(
      db,
      `select asked.key, ${RULE}
       from unnest($2::text[], $3::uuid[], $4::timestamptz[]) as asked (key, council_id, moment)
       cross join lateral (
         select version.* from council_rule version
         where version.community_id = $1 and version.council_id = asked.council_id
           and version.valid_from <= asked.moment
         order by version.valid_from desc, version.id desc limit 1
       ) rule`,
      [
        communityId,
        keys,
        asked.map(([councilId]) => councilId),
        asked.map(([, moment]) => new Date(Number(moment))),
      ],
    );
  },
  keyOf: ({ key }) => key,
};

/** The versions of councils' rules (owners), the one that was set last first. */
export const rulesOfCouncil: KeysetList<CouncilRuleRow> = {
  read: (db, communityId, councilIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${RULE} from council_rule rule
         where rule.community_id = $1 and rule.council_id = owner.id and rule.id < $3::uuid
         order by rule.id desc limit $4
       ) listed order by owner.id, listed.id desc`,
      [communityId, councilIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** A version's values, as they are thought of. */
export function valuesOf(row: CouncilRuleRow): CouncilRuleValues {
  const { minSeats, seatsPerGroup, cadrePercent, termYears, coSigners } = row;
  const { screeningDays, silence, rollCall, noticeDays, lapseDays } = row;
  return {
    ...{ minSeats, seatsPerGroup, cadrePercent, termYears, coSigners },
    ...{ screeningDays, silence, rollCall, noticeDays, lapseDays },
    quorum: { parts: row.quorumParts, of: row.quorumOf },
    passesWithMoreThan: { parts: row.passParts, of: row.passOf },
  };
}

/** The rule that a command judges by. */
export async function ruleOf(
  work: UnitOfWork,
  { communityId, id }: CouncilRow,
  moment: Date,
): Promise<CouncilRuleValues> {
  const [row] = await ruleAt.read(work.db, communityId, [councilAt(id, moment)]);
  if (!row) throw new Error(`Council ${id} follows no rule`);
  return valuesOf(row);
}
