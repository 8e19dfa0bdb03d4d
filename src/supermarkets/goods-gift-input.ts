import { dayOf, readDay, type Day } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import type { PlaceRow } from '../society/place.entity';
import type { ResidentRow } from '../society/resident.entity';
import { needResidentHere } from '../society/resident.reader';
import { readPieces } from './goods-intake';
import type { GoodsGiftRow } from './goods-gift.entity';
import type { Thanks } from './goods-thanks.entity';
import { productById } from './product.reader';

export interface GivenGoods {
  readonly productId: string;
  /** Pieces, 1 to 100,000. */
  readonly quantity: number;
  /** The last day on which they are good; left out: they keep. */
  readonly expiresOn?: Day | null;
}

export interface ReceiveGoodsGift {
  readonly idempotencyKey: string;
  readonly storeId: string;
  /** At most one of these three; none: nobody is named. */
  readonly residentId?: string | null;
  readonly organisationId?: string | null;
  readonly giverName?: string | null;
  /** Whether the slip names the giver; left out: it does, where one is told. */
  readonly named?: boolean | null;
  readonly driveId?: string | null;
  /** Left out: with an acknowledgement. */
  readonly thanks?: Thanks | null;
  readonly lines: readonly GivenGoods[];
}

/** Who gave, as far as it is told. */
export type Giver = Pick<GoodsGiftRow, 'organisationId' | 'giverName' | 'named'> & {
  readonly resident: ResidentRow | null;
};

/**
 * Reads the giver. Refuses: `ONE_GIVER`, `ID_UNKNOWN`, `OTHER_COMMUNITY`, `RESIDENT_GONE`,
 * `TEXT_LENGTH`.
 */
export async function readGiver(
  work: UnitOfWork,
  at: PlaceRow,
  { residentId, organisationId, giverName, named }: ReceiveGoodsGift,
): Promise<Giver> {
  const told = [residentId, organisationId, giverName].filter((each) => each);
  if (told.length > 1) throw new Refusal('ONE_GIVER', {}, ['residentId']);
  const path = ['residentId'];
  const today = dayOf(work.now, at.timeZone);
  const resident = residentId ? await needResidentHere(work, residentId, today, path) : null;
  if (resident) sameCommunity(resident, at.id, path);
  const organisation = organisationId
    ? await needOrganisation(work, organisationId, ['organisationId'])
    : null;
  return {
    resident,
    organisationId: organisation?.id ?? null,
    giverName: giverName ? readName(giverName, ['giverName']) : null,
    named: told.length === 1 && named !== false,
  };
}

/** Goods of one kind among those that were brought. */
export interface GivenKind {
  readonly productId: string;
  readonly quantity: number;
  readonly expiresOn: Day | null;
}

const MOST_KINDS = 50;

/**
 * Reads 1 to 50 kinds of goods. Refuses: `NO_LINES`, `TOO_MANY_LINES`, `ID_UNKNOWN`,
 * `OTHER_COMMUNITY`, `QUANTITY_OUT_OF_RANGE`, `DAY_UNREADABLE`, `LOT_EXPIRED`.
 */
export async function readKinds(
  work: UnitOfWork,
  at: PlaceRow,
  lines: readonly GivenGoods[],
): Promise<GivenKind[]> {
  if (lines.length < 1) throw new Refusal('NO_LINES', {}, ['lines']);
  if (lines.length > MOST_KINDS)
    throw new Refusal('TOO_MANY_LINES', { most: MOST_KINDS }, ['lines']);
  const today = dayOf(work.now, at.timeZone);
  const kinds = lines.map((line, i) => {
    const path = ['lines', String(i)];
    const productPath = [...path, 'productId'];
    const ref = tenantRef('Product', line.productId, productPath);
    const productId = sameCommunity(ref, at.id, productPath);
    const quantity = readPieces(line, [...path, 'quantity']);
    return { productId, quantity, expiresOn: readGoodUntil(line, today, [...path, 'expiresOn']) };
  });
  const known = await productById.read(
    work.db,
    at.id,
    kinds.map(({ productId }) => productId),
  );
  const ids = new Set(known.map(({ id }) => id));
  kinds.forEach(({ productId }, i) => {
    if (!ids.has(productId))
      throw new Refusal('ID_UNKNOWN', { type: 'Product' }, ['lines', String(i), 'productId']);
  });
  return kinds;
}

function readGoodUntil({ expiresOn }: GivenGoods, today: Day, path: readonly string[]): Day | null {
  if (!expiresOn) return null;
  const day = readDay(expiresOn, path);
  if (day < today) throw new Refusal('LOT_EXPIRED', { expiresOn: day }, path);
  return day;
}
