import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ElectionWardRow } from './election-ward.entity';

/** Who was elected in a ward, or follows. */
export interface ContenderRow {
  readonly id: string;
  readonly wardId: string;
  readonly residentId: string;
  readonly votes: number;
}

/** A ward with who was elected in it and then who follows, in their order. */
export interface WardContenders {
  readonly ward: ElectionWardRow;
  readonly contenders: readonly ContenderRow[];
}

/** The contenders of wards, as they were counted; who has withdrawn since is none. */
export async function contendersOf(
  work: UnitOfWork,
  wards: readonly ElectionWardRow[],
): Promise<WardContenders[]> {
  const [first] = wards;
  const rows = await read<ContenderRow>(
    work.db,
    `select id, ward_id "wardId", resident_id "residentId", votes from election_candidate
     where community_id = $1 and ward_id = any ($2) and withdrawn_at is null
       and standing in ('elected', 'substitute')
     order by ward_id, standing, rank`,
    [first?.communityId, wards.map(({ id }) => id)],
  );
  return wards.map((ward) => ({
    ward,
    contenders: rows.filter(({ wardId }) => wardId === ward.id),
  }));
}
