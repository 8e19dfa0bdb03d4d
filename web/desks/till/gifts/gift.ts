import type { TillReceiveGiftMutationVariables } from '../../../generated/operations';

/** How a giver is told: not at all, by a name, as a body, or as a resident. */
export const GIVERS = ['nobody', 'outside', 'organisation', 'resident'] as const;
export type GiverKind = (typeof GIVERS)[number];

/** Goods of one kind as somebody writes them down; null: not counted yet. */
export interface GivenLine {
  readonly productId: string;
  readonly pieces: number | null;
  /** Empty where they keep. */
  readonly expiresOn: string;
}

/** A gift while it is written down. */
export interface Gift {
  readonly giver: GiverKind;
  readonly giverName: string;
  readonly organisationId: string | null;
  readonly resident: { readonly id: string; readonly called: string } | null;
  readonly named: boolean;
  readonly thanks: 'CREDITS' | 'ACKNOWLEDGEMENT';
  readonly driveId: string | null;
  readonly lines: readonly GivenLine[];
}

export const NO_GIFT: Gift = {
  ...{ giver: 'outside', giverName: '', organisationId: null, resident: null, named: true },
  ...{ thanks: 'ACKNOWLEDGEMENT', driveId: null, lines: [] },
};

type Input = TillReceiveGiftMutationVariables['input'];

/** The gift as the API takes it: of the giver, what its kind tells and nothing else. */
export function inputOf(storeId: string, idempotencyKey: string, gift: Gift): Input {
  const { giver, giverName, organisationId, resident, named, thanks, driveId, lines } = gift;
  return {
    ...{ idempotencyKey, storeId, driveId },
    giverName: giver === 'outside' ? giverName : null,
    organisationId: giver === 'organisation' ? organisationId : null,
    residentId: giver === 'resident' ? (resident?.id ?? null) : null,
    named: giver === 'nobody' ? null : named,
    thanks: giver === 'resident' ? thanks : null,
    lines: lines.map(({ productId, pieces, expiresOn }) => ({
      ...{ productId, quantity: pieces ?? 0, expiresOn: expiresOn || null },
    })),
  };
}

/** One more piece of what was scanned: another day on it makes it another kind. */
export function withScanned(
  lines: readonly GivenLine[],
  productId: string,
  expiresOn = '',
): readonly GivenLine[] {
  const at = lines.findIndex(
    (line) => line.productId === productId && (!expiresOn || line.expiresOn === expiresOn),
  );
  const line = lines[at];
  if (!line) return [...lines, { productId, pieces: 1, expiresOn }];
  return lines.with(at, { ...line, pieces: (line.pieces ?? 0) + 1 });
}

/** What is still missing, as a key of words; null: it can be received. */
export function missingOf({ giver, giverName, organisationId, resident, lines }: Gift) {
  if (giver === 'outside' && giverName.trim() === '') return 'store.gift.who';
  if (giver === 'organisation' && !organisationId) return 'store.gift.who';
  if (giver === 'resident' && !resident) return 'store.gift.who';
  if (lines.length === 0) return 'store.gift.what';
  return lines.some(({ pieces }) => !pieces) ? 'store.gift.how-many' : null;
}
