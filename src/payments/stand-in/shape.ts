/** What a parameter may be. Tables of these, and nothing else, say what a request may hold. */
export type Shape =
  | { readonly is: 'text'; readonly most?: number; readonly needed?: true }
  | { readonly is: 'integer'; readonly least?: number; readonly most?: number; needed?: true }
  | { readonly is: 'flag'; readonly needed?: true }
  | { readonly is: 'choice'; readonly of: readonly string[]; readonly needed?: true }
  | { readonly is: 'currency'; readonly needed?: true }
  | { readonly is: 'url'; readonly needed?: true }
  | { readonly is: 'email'; readonly needed?: true }
  | { readonly is: 'metadata'; readonly needed?: true }
  /** A moment, or `gt`, `gte`, `lt` and `lte` of moments. */
  | { readonly is: 'range'; readonly needed?: true }
  | { readonly is: 'list'; readonly of: Shape; readonly most?: number; readonly needed?: true }
  | { readonly is: 'fields'; readonly of: Fields; readonly needed?: true }
  /** Also an empty text, which unsets it. */
  | { readonly is: 'emptyable'; readonly of: Shape; readonly needed?: true };

export type Fields = Readonly<Record<string, Shape>>;

export const text = (most = 5000): Shape => ({ is: 'text', most });
export const integer = (least = 0, most = Number.MAX_SAFE_INTEGER): Shape => ({
  is: 'integer',
  least,
  most,
});
export const flag: Shape = { is: 'flag' };
export const choice = (of: readonly string[]): Shape => ({ is: 'choice', of });
export const currency: Shape = { is: 'currency' };
export const url: Shape = { is: 'url' };
export const email: Shape = { is: 'email' };
export const metadata: Shape = { is: 'metadata' };
export const range: Shape = { is: 'range' };
export const list = (of: Shape, most = 100): Shape => ({ is: 'list', of, most });
export const fields = (of: Fields): Shape => ({ is: 'fields', of });
export const emptyable = (of: Shape): Shape => ({ is: 'emptyable', of });
export const needed = (shape: Shape): Shape => ({ ...shape, needed: true });
