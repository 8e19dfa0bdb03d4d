import type { Batch } from '../api/context';
import { CITY } from '../api/context';
import { DAY_PART, ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { Day } from '../kernel/calendar';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PremisesAgreementRow } from './premises-agreement.entity';

const AGREEMENT = `agreement.community_id "communityId", agreement.id,
  agreement.store_id "storeId", agreement.owner_id "premisesOwnerId", agreement.operator_id "operatorId",
  agreement.address, agreement.valid_from "validFrom", agreement.valid_until "validUntil",
  agreement.rent_minor "rentMinor", agreement.currency, agreement.terms,
  agreement.renews_id "renewsId", agreement.recorded_by "recordedBy",
  agreement.recorded_at "recordedAt", agreement.ended_on "endedOn",
  agreement.end_reason "endReason", agreement.ended_by "endedBy", agreement.ended_at "endedAt"`;

/** The first day on which it no longer holds. */
const ENDS = 'coalesce(agreement.ended_on, agreement.valid_until)';

export const premisesAgreementById: Batch<PremisesAgreementRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${AGREEMENT} from premises_agreement agreement
       where agreement.community_id = $1 and agreement.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const AGREEMENT_PATH = ['agreementId'];

/** The agreement that a command's input names; an unknown one is refused: `ID_UNKNOWN`. */
export async function needPremisesAgreement(
  work: UnitOfWork,
  globalId: string,
): Promise<PremisesAgreementRow> {
  return await needRow(work, premisesAgreementById, {
    type: 'PremisesAgreement',
    globalId,
    path: AGREEMENT_PATH,
  });
}

/** An agreement that a store has on a day. */
interface AgreementOnDay extends PremisesAgreementRow {
  readonly key: string;
}

/** The key of a store on a day. */
export const storeOn = (storeId: string, day: Day) => `${storeId}/${day}`;

/** The agreements that stores have on days; keys are made by `storeOn`. */
export const agreementOnDay: Batch<AgreementOnDay> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split('/'));
    return read(
      db,
      `select asked.key, ${AGREEMENT}
       from unnest($2::text[], $3::uuid[], $4::date[]) as asked (key, store_id, day)
       join premises_agreement agreement on agreement.community_id = $1
         and agreement.store_id = asked.store_id and agreement.valid_from <= asked.day
         and ${ENDS} > asked.day`,
      [communityId, keys, ...[0, 1].map((part) => asked.map((key) => key[part]))],
    );
  },
  keyOf: ({ key }) => key,
};

/** Stores' agreements, the one that begins last first. */
export const agreementsOfStore: KeysetList<PremisesAgreementRow> = {
  parts: [DAY_PART, ID_PART],
  keyOf: ({ validFrom, id }) => [validFrom, id],
  read: (db, communityId, storeIds, { after, limit }) => {
    const [day, id] = after ?? ['infinity', LAST_ID];
    return read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) as owner (id)
       cross join lateral (
         select ${AGREEMENT} from premises_agreement agreement
         where agreement.community_id = $1 and agreement.store_id = owner.id
           and (agreement.valid_from, agreement.id) < ($3::date, $4::uuid)
         order by agreement.valid_from desc, agreement.id desc limit $5
       ) listed
       order by owner.id, listed."validFrom" desc, listed.id desc`,
      [communityId, storeIds, day, id, limit],
    );
  },
};

/** That no other follows it; one that was ended before it began is none. */
export const NONE_FOLLOWS = `agreement.ended_on is distinct from agreement.valid_from
  and not exists (
    select 1 from premises_agreement next
    where next.community_id = agreement.community_id and next.store_id = agreement.store_id
      and next.valid_from > agreement.valid_from and next.ended_on is distinct from next.valid_from)`;

/** An agreement with its end, in a list by it. */
export interface EndingAgreement extends PremisesAgreementRow {
  readonly ends: Day;
}

/**
 * A place's agreements that end before a day (`about`) or have ended, and that no other follows,
 * the earliest first.
 */
export const endingAgreements: KeysetList<EndingAgreement> = {
  parts: [DAY_PART, ID_PART],
  keyOf: ({ ends, id }) => [ends, id],
  read: (db, communityId, _owners, { after, limit, about }) => {
    const [day, id] = after ?? ['-infinity', CITY];
    return read(
      db,
      `select agreement.community_id "ownerId", ${ENDS} as ends, ${AGREEMENT}
       from premises_agreement agreement
       where agreement.community_id = $1 and ${ENDS} < $2::date and ${NONE_FOLLOWS}
         and (${ENDS}, agreement.id) > ($3::date, $4::uuid)
       order by ${ENDS}, agreement.id limit $5`,
      [communityId, about, day, id, limit],
    );
  },
};
