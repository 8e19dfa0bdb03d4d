import type { TillPreviewQuery } from '../../../generated/operations';
import type { BasketLine } from './basket';

/** Why something would be refused, or what should be looked at twice; of one product or of all. */
export interface Remark {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** As the server says it; what the device finds is said here. */
  readonly message?: string;
  readonly productId: string | null;
}

/** What a class of goods still leaves to the household. */
export interface Left {
  readonly code: string;
  readonly name: string;
  readonly remaining: number;
  readonly touched: boolean;
}

/** What an exchange would do. */
export interface Preview {
  /** Whether the books said so, or the device by what it knew last. */
  readonly by: 'books' | 'device';
  readonly credits: number;
  readonly walletAfter: number;
  readonly lineCredits: ReadonlyMap<string, number>;
  readonly left: readonly Left[];
  readonly ending: { readonly on: string; readonly credits: number; readonly spent: number } | null;
  readonly refusals: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** The server's preview as the screen shows it; null where the server could not even read it. */
export function previewByBooks(
  { previewExchange }: TillPreviewQuery,
  lines: readonly BasketLine[],
): Preview {
  const { preview, userErrors } = previewExchange;
  const touched = new Set(preview?.allowanceAfter.map(({ productClass }) => productClass));
  const lineCredits = new Map<string, number>();
  for (const { product, credits } of preview?.lines ?? [])
    lineCredits.set(product.id, (lineCredits.get(product.id) ?? 0) + credits);
  return {
    ...{ by: 'books', lineCredits },
    credits: preview?.credits ?? 0,
    walletAfter: preview?.walletAfter ?? 0,
    left: (preview?.allowances ?? []).map(({ productClass, name, remaining }) => ({
      ...{ code: productClass, name, remaining, touched: touched.has(productClass) },
    })),
    ending: preview?.expiring[0] ?? null,
    refusals: userErrors.map(({ code, message, path }) => ({
      ...{ code, message, facts: {} },
      productId: path[0] === 'lines' ? (lines[Number(path[1])]?.productId ?? null) : null,
    })),
    warnings: (preview?.warnings ?? []).map(({ product, quantity, usual }) => ({
      ...{ code: 'till.unusual', facts: { quantity, usual }, productId: product.id },
    })),
  };
}
