import { read } from '../../kernel/read';
import { toGlobalId } from '../../kernel/global-id';
import { Refusal } from '../../kernel/refusal';
import { registerHouseholds } from '../../society/register-households';
import { registerResidents } from '../../society/register-residents';
import { isRegistrar } from '../../society/society.policy';
import { field, optional, within, type Line, type Noun, type Taking } from './noun';

/** The lines of one address: a household with who lives there. */
interface Home {
  readonly address: string;
  readonly gridId: string | null;
  readonly lines: readonly Line[];
}

/** How many new households one command takes. */
const AT_ONCE = 500;

/** Residents with their households: lines of one address are one household, new or known. */
export const residents: Noun = {
  fields: [
    field('address', 'HEADING_ADDRESS', '站前街 12 号 3 单元 501'),
    optional(field('gridId', 'HEADING_GRID', '第一网格')),
    field('name', 'HEADING_NAME', '王芳'),
    optional(field('birthDate', 'HEADING_BIRTH_DATE', '1956-03-08', 'day')),
    optional(field('phone', 'HEADING_PHONE', '13900000000')),
    optional(field('movedIn', 'HEADING_MOVED_IN', '2020-05-01', 'day')),
  ],
  may: ({ actor }, community) => isRegistrar(actor, community),
  take: async (taking) => {
    const made = { residents: 0, households: 0 };
    const homes = await homesOf(taking);
    if (homes === null) return made;
    const known = await knownHouseholds(taking, [...homes.keys()]);
    const all = [...homes.values()];
    for (const home of all.filter(({ address }) => known.has(address))) {
      const moved = await moveIn(taking, home, known.get(home.address) ?? '');
      if (moved === null) return made;
      made.residents += moved.length;
      taking.done(home.lines.length);
    }
    const unknown = all.filter(({ address }) => !known.has(address));
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const homes = unknown.slice(at, at + AT_ONCE);
      const registered = await register(taking, homes);
      if (registered === null) return made;
      made.residents += linesIn(registered);
      made.households += registered.length;
      taking.done(linesIn(homes));
    }
    return made;
  },
};

const linesIn = (homes: readonly Home[]): number =>
  homes.reduce((sum, { lines }) => sum + lines.length, 0);

/** Null where so many lines are bad that it is enough. */
async function homesOf(taking: Taking): Promise<Map<string, Home> | null> {
  const { work, community, lines, blame } = taking;
  const grids = await read<{ id: string; name: string }>(
    work.db,
    `select id, name from place where kind = 'grid' and $1 = any (lineage)`,
    [community.id],
  );
  const gridIds = new Map(grids.map(({ id, name }) => [name, toGlobalId('Place', null, id)]));
  const homes = new Map<string, Home & { lines: Line[] }>();
  for (const line of lines) {
    const { address = '', gridId: given } = line.values;
    const gridId = given === undefined ? null : (gridIds.get(given) ?? null);
    if (given !== undefined && gridId === null) {
      if (!blame(line, new Refusal('GRID_UNKNOWN', { given }), 'gridId')) return null;
      taking.done(1);
      continue;
    }
    const home = homes.get(address) ?? { address, gridId, lines: [] };
    home.lines.push(line);
    homes.set(address, home);
  }
  return homes;
}

async function knownHouseholds(
  { work, community }: Taking,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const rows = await read<{ id: string; address: string }>(
    work.db,
    'select id, address from household where community_id = $1 and address = any ($2)',
    [community.id, addresses],
  );
  return new Map(rows.map(({ id, address }) => [address, id]));
}

const residentOf = ({ values }: Line) => ({
  name: values.name ?? '',
  birthDate: values.birthDate ?? null,
  phone: values.phone ?? null,
  movedIn: values.movedIn ?? null,
});

/** Who moved in; null where it is enough. A line that is refused is left out of another try. */
async function moveIn(taking: Taking, home: Home, id: string): Promise<readonly Line[] | null> {
  const householdId = toGlobalId('Household', taking.community.id, id);
  let left = home.lines;
  while (left.length > 0) {
    const refusal = await within(taking.work, () =>
      registerResidents(taking.work, { householdId, residents: left.map(residentOf) }),
    );
    if (!refusal) return left;
    const [, at, name] = refusal.path;
    const bad = at === undefined ? left : left.slice(Number(at), Number(at) + 1);
    if (bad[0] === undefined || !taking.blame(bad[0], refusal, name ?? 'name')) return null;
    left = left.filter((line) => !bad.includes(line));
  }
  return [];
}

/** The same for new households: the command says which of which it does not take. */
async function register(taking: Taking, homes: readonly Home[]): Promise<readonly Home[] | null> {
  const { work, community, blame } = taking;
  const communityId = toGlobalId('Place', null, community.id);
  let left = homes;
  while (left.length > 0) {
    const households = left.map(({ lines, ...home }) => ({
      ...home,
      residents: lines.map(residentOf),
    }));
    const refusal = await within(work, () => registerHouseholds(work, { communityId, households }));
    if (!refusal) return left;
    const [, at, under, who, name] = refusal.path;
    const home = left[Number(at)];
    if (!home) throw refusal;
    const line = who === undefined ? undefined : home.lines[Number(who)];
    const bad = line ?? home.lines[0];
    const column = line ? (name ?? 'name') : under === 'residents' ? 'name' : (under ?? 'address');
    if (bad === undefined || !blame(bad, refusal, column)) return null;
    const others = line ? home.lines.filter((each) => each !== line) : [];
    left = left.flatMap((each) =>
      each !== home ? [each] : others.length > 0 ? [{ ...home, lines: others }] : [],
    );
  }
  return [];
}
