import { toGlobalId } from '../src/kernel/global-id';
import type { PlaceRow } from '../src/society/place.entity';
import { registerOrganisation } from '../src/society/register-organisation';
import { registerPlace } from '../src/society/register-place';
import type { Stage } from './stage';
import { ZONE } from './stage';

export const placeId = ({ id }: { id: string }): string => toGlobalId('Place', null, id);

/** The street's four communities. The document counts them; the names are ours. */
const COMMUNITIES = [
  { name: '一道街社区', slug: 'yidaojie' },
  { name: '二道街社区', slug: 'erdaojie' },
  { name: '虹桥社区', slug: 'hongqiao' },
  { name: '园林社区', slug: 'yuanlin' },
];

/** How many households one courtyard and one grid hold at most (a grid: 20 to 40, row B5). */
const COURTYARD = 300;
export const GRID = 30;

export interface Ground {
  readonly street: PlaceRow;
  readonly communities: readonly PlaceRow[];
}

/** Anshan, its district, Zhanqian Street and the four communities. */
export async function layGround(stage: Stage): Promise<Ground> {
  const city = await stage.as(null, registerPlace, {
    kind: 'city',
    name: '鞍山市',
    slug: 'anshan',
    timeZone: ZONE,
  });
  const district = await stage.as(null, registerPlace, {
    kind: 'district',
    name: '铁东区',
    parentId: placeId(city),
  });
  const street = await stage.as(null, registerPlace, {
    kind: 'street',
    name: '站前街道',
    slug: 'zhanqian',
    parentId: placeId(district),
    keepsBooks: true,
  });
  const communities: PlaceRow[] = [];
  for (const community of COMMUNITIES)
    communities.push(
      await stage.as(null, registerPlace, {
        kind: 'community',
        ...community,
        parentId: placeId(street),
      }),
    );
  return { street, communities };
}

/** Courtyards with their grids, so many that each grid has at most thirty households. */
export async function layGrids(
  stage: Stage,
  officer: string,
  community: PlaceRow,
  households: number,
): Promise<PlaceRow[]> {
  const grids: PlaceRow[] = [];
  let courtyard: PlaceRow | null = null;
  for (let number = 1; (number - 1) * GRID < households; number += 1) {
    if (!courtyard || ((number - 1) * GRID) % COURTYARD === 0)
      courtyard = await stage.as(officer, registerPlace, {
        kind: 'courtyard',
        name: `${community.name}第${Math.ceil((number * GRID) / COURTYARD)}院`,
        parentId: placeId(community),
      });
    grids.push(
      await stage.as(officer, registerPlace, {
        kind: 'grid',
        name: `${community.name}第${number}网格`,
        parentId: placeId(courtyard),
      }),
    );
  }
  return grids;
}

/** Bodies that exist without playing a part in the money: they fill the register. */
export async function registerOthers(stage: Stage, officer: string, ground: Ground): Promise<void> {
  const at = placeId(ground.street);
  const others = [
    { kind: 'social_organisation', name: '社区参与行动站前工作站', placeId: at },
    { kind: 'local_employer', name: '鞍山站前百货', placeId: at },
    { kind: 'local_employer', name: '鞍钢集团站前职工之家', placeId: at },
    { kind: 'service_station', name: '站前街道社区服务站', placeId: at },
  ] as const;
  for (const other of others) await stage.as(officer, registerOrganisation, other);
}
