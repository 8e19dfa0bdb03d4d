import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isOfficer } from '../society/society.policy';
import { FundProcedureRow } from './fund-procedure.entity';
import { newestVersion } from './fund-procedure.reader';
import type { ProcedureSpec } from './procedure-spec';
import { readProcedure, type ProcedureInput } from './read-procedure';
import { SHIPPED, type Shipped } from './shipped';

export interface PublishFundProcedure {
  readonly placeId: string;
  readonly code: string;
  /** One that comes with this software, or else `procedure`. */
  readonly shipped?: Shipped | null;
  readonly procedure?: ProcedureInput | null;
}

/**
 * Publishes a version of the steps by which public money is spent in a place (C3; officers of the
 * place or above). What runs goes on by the version that it began with. Refuses: `ID_UNKNOWN`,
 * `PROCEDURE_UNCLEAR`, and what readProcedure refuses.
 */
export async function publishFundProcedure(
  work: UnitOfWork,
  input: PublishFundProcedure,
): Promise<FundProcedureRow> {
  const at = await needPlace(work, cityRef('Place', input.placeId, ['placeId']), ['placeId']);
  authorise(work.actor, isOfficer(work.actor, at));
  const { code } = input;
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(code)) throw new Refusal('CODE_SHAPE', {}, ['code']);
  const spec = readSpec(input);
  const db = await work.begin();
  const version = (await newestVersion(db, { placeId: at.id, code })) + 1;
  const row: FundProcedureRow = {
    ...{ id: newId(), placeId: at.id, code, version, spec },
    ...{ publishedBy: work.actor.personId, publishedAt: work.now },
  };
  await db.insert(FundProcedureRow, row);
  return row;
}

function readSpec({ shipped, procedure }: PublishFundProcedure): ProcedureSpec {
  if (Boolean(shipped) === Boolean(procedure))
    throw new Refusal('PROCEDURE_UNCLEAR', {}, ['procedure']);
  return procedure ? readProcedure(procedure, ['procedure']) : SHIPPED[shipped ?? 'nine_steps'];
}
