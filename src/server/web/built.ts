import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectFolder } from '../project-folder';

const WEB = path.join(projectFolder, 'dist', 'web');

/** The folder of the last build of `web/`; null where there is none. */
export function builtFolder(): string | null {
  const name = path.join(WEB, '.built');
  return fs.existsSync(name) ? path.join(WEB, fs.readFileSync(name, 'utf8')) : null;
}

/** What a visitor asks for. */
export interface Visit {
  /** Where this server is found: `https://linli.example.org`. */
  readonly home: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly language: 'en' | 'zh-CN';
}

/** A page as it was drawn, before it is written. */
export interface Drawn {
  readonly status?: number;
  /** Where its forms lead to in the end, beside this server. */
  readonly leadsTo?: readonly string[];
}

export type Form = Readonly<Record<string, string>>;

/** A public page, as `web/public/page.ts` describes it. */
export interface PublicPage {
  readonly path: string;
  /** What it reads of the query. */
  readonly reads?: readonly string[];
  readonly asks: Hashed;
  readonly variables: (visit: Visit) => object;
  readonly draw: (data: unknown, visit: Visit, refused?: Refused) => Drawn | null;
  readonly sent?: {
    readonly asks: Hashed;
    readonly input: (form: Form, visit: Visit) => object;
    readonly leads: (result: unknown, visit: Visit) => { to: string } | { refused: Refused['why'] };
  };
  /** Whose address is a secret. */
  readonly isPrivate?: boolean;
}

interface Hashed {
  readonly __meta__: { readonly name: string; readonly hash: string };
}

/** What a form was sent with, and why it was not taken. */
export interface Refused {
  readonly form: Form;
  readonly why: readonly { readonly message: string; readonly path?: unknown }[];
}

/** The addresses of the public pages' style and script. */
export interface Assets {
  readonly style: readonly string[];
  readonly script: string;
}

/** What the picture of a page tells. */
export interface Card {
  readonly above: string;
  readonly title: string;
  readonly says: string;
  /** How far it has come: between 0 and 1, and in words. */
  readonly come?: { readonly share: number; readonly says: string };
}

/** Where a page is, and whether anybody may know. */
export interface At {
  readonly path: string;
  readonly isPrivate: boolean;
}

/** The half of the public pages that runs in the server: `web/public/server.tsx`. */
export interface DrawnPages {
  readonly pages: readonly PublicPage[];
  visitOf(asked: Visit): Visit;
  notThere(visit: Visit): Drawn;
  /** With the number by which the log explains what went wrong. */
  failed(visit: Visit, incident: string): Drawn;
  /** What the picture of a page tells; null where nobody is sent its address. */
  cardOf(drawn: Drawn, visit: Visit): Card | null;
  html(drawn: Drawn, visit: Visit, assets: Assets, at: At): string;
}

export function drawnPages(built: string): DrawnPages {
  return createRequire(__filename)(path.join(built, 'drawn', 'server.cjs')) as DrawnPages;
}

/** The public pages' files by the names that the build gave them. */
export function publicAssets(built: string): Assets {
  const file = path.join(built, 'public', 'manifest.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<
    string,
    { file: string; css?: string[]; isEntry?: boolean }
  >;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error(`${file} names no script.`);
  return { script: `/${entry.file}`, style: (entry.css ?? []).map((name) => `/${name}`) };
}
