import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import type { Asked } from '../kit/asked';
import type { Language } from '../kit/words';

/** What was asked for: the parts of the path, the query, and in which language. */
export interface Visit {
  /** Where this server is found: `https://linli.example.org`. */
  readonly home: string;
  readonly params: Readonly<Record<string, string>>;
  /** Of what stands behind the question mark only what the page reads. */
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly t: TFunction;
}

/** A page as it is drawn. */
export interface Drawn {
  readonly title: string;
  /** For search engines, and for whoever is sent the address. */
  readonly description?: string;
  /** What it is called for others who are sent the address, where the title speaks to one. */
  readonly sharedTitle?: string;
  /** How far it has come, where the page's picture tells that too. */
  readonly come?: Come;
  /** The page whose picture stands for this one, which has none of its own. */
  readonly pictureOf?: string;
  readonly body: ReactElement;
  /** 200 where nothing else is said. */
  readonly status?: number;
  /** Where forms of this page lead to in the end, beside this server. */
  readonly leadsTo?: readonly string[];
}

/** How far something has come: between 0 and 1, and in words. */
export interface Come {
  readonly share: number;
  readonly says: string;
}

/** A form that was sent, and why it was not taken, with the fields that the API names. */
export interface Refused {
  readonly form: Readonly<Record<string, string>>;
  readonly why: readonly { readonly message: string; readonly path?: unknown }[];
}

/** Where a form that was sent leads: elsewhere, or back to the page with what was refused. */
export type Led = { readonly to: string } | { readonly refused: Refused['why'] };

/** What a form on a page does when it is sent; it works without JavaScript. */
export interface Sent<Result, Input extends object> {
  readonly asks: Asked<Result, { input: Input }>;
  readonly input: (form: Readonly<Record<string, string>>, visit: Visit) => Input;
  readonly leads: (result: Result, visit: Visit) => Led;
}

/** A public page: where it is, what it asks as a stranger, and how what came is drawn. */
export interface PublicPage {
  /** As the router of the server writes it: `/give/:slug`. */
  readonly path: string;
  /** What it reads of the query; all else is as if it were not there. */
  readonly reads?: readonly string[];
  readonly asks: Asked<unknown, object>;
  readonly variables: (visit: Visit) => object;
  /** Null where there is no such thing: the page of what is not there is shown. */
  readonly draw: (data: unknown, visit: Visit, refused?: Refused) => Drawn | null;
  readonly sent?: Sent<unknown, object>;
  /** Whose address is a secret: it is kept by nobody, found by nobody, and told to nobody. */
  readonly isPrivate?: boolean;
}

/** A page, typed by what it asks. */
export function page<
  Result,
  Variables extends object,
  Done = unknown,
  Input extends object = object,
>(
  made: Omit<PublicPage, 'asks' | 'variables' | 'draw' | 'sent'> & {
    readonly asks: Asked<Result, Variables>;
    readonly variables: (visit: Visit) => Variables;
    readonly draw: (data: Result, visit: Visit, refused?: Refused) => Drawn | null;
    readonly sent?: Sent<Done, Input>;
  },
): PublicPage {
  return made as unknown as PublicPage;
}
