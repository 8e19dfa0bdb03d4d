import type { HouseholdRow } from '../src/society/household.entity';
import type { PlaceRow } from '../src/society/place.entity';
import {
  registerHouseholds,
  type RegisterHouseholdsInput,
} from '../src/society/register-households';
import { Dice } from './dice';
import { birthDate, fullName, phone } from './names';
import { GRID, placeId } from './places';
import type { Stage } from './stage';

/** How many households one command takes. */
const BATCH = 500;

/** Cuts a whole number into so many parts that differ by at most one and add up to it. */
export function shares(whole: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, i) => Math.floor(((i + 1) * whole) / parts) - Math.floor((i * whole) / parts),
  );
}

/** The people of a household: one to five of them, the first old enough to have a household. */
function people(dice: Dice, size: number, year: number) {
  return Array.from({ length: size }, (_, i) => {
    const age = i === 0 ? dice.between(25, 88) : dice.between(1, 80);
    return {
      name: fullName(dice),
      birthDate: birthDate(dice, year, age),
      phone: i === 0 || dice.oneIn(3) ? phone(dice) : null,
      movedIn: '2007-04-01',
    };
  });
}

/** Sizes that vary from household to household and add up to the number of residents. */
function sizes(dice: Dice, households: number, residents: number): number[] {
  const even = shares(residents, households);
  for (let i = 0; i + 1 < even.length; i += 2) {
    const moved = dice.roll(3);
    const from = even[i] ?? 0;
    if (from - moved < 1) continue;
    even[i] = from - moved;
    even[i + 1] = (even[i + 1] ?? 0) + moved;
  }
  return even;
}

/** Moves a community's people in: exactly so many households with so many residents. */
export async function moveIn(
  stage: Stage,
  cadre: string,
  community: PlaceRow,
  grids: readonly PlaceRow[],
  size: { households: number; residents: number; seed: number },
): Promise<HouseholdRow[]> {
  const dice = new Dice(size.seed);
  const year = stage.today.getUTCFullYear();
  const given = sizes(dice, size.households, size.residents).map((count, i) => {
    const grid = grids[Math.floor(i / GRID)];
    const door = `${Math.floor((i % 60) / 12) + 1}单元${100 * ((i % 12) + 1) + 1}室`;
    return {
      address: `${Math.floor(i / 60) + 1}号楼${door}`,
      gridId: grid ? placeId(grid) : null,
      residents: people(dice, count, year),
    };
  });
  const moved: HouseholdRow[] = [];
  for (let from = 0; from < given.length; from += BATCH) {
    const input: RegisterHouseholdsInput = {
      communityId: placeId(community),
      households: given.slice(from, from + BATCH),
    };
    moved.push(...(await stage.as(cadre, registerHouseholds, input)));
  }
  return moved;
}
