import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { projectFolder } from '../project-folder';

/** What `web/build` has made for browsers. */
export const BUILT = path.join(projectFolder, 'dist', 'web');

/** Whether it is there: tests that open no page run without it. */
export const isBuilt = (): boolean => fs.existsSync(path.join(BUILT, '.built'));

/** What a visitor asks for. */
export interface Visit {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly language: 'en' | 'zh-CN';
}

/** A page as it was drawn, before it is written. */
export interface Drawn {
  readonly status?: number;
}

export type Form = Readonly<Record<string, string>>;

/** A public page, as `web/public/page.ts` describes it. */
export interface PublicPage {
  readonly path: string;
  readonly asks: Hashed;
  readonly variables: (visit: Visit) => object;
  readonly draw: (
    data: unknown,
    visit: Visit,
    refused?: { readonly form: Form; readonly why: readonly string[] },
  ) => Drawn | null;
  readonly sent?: {
    readonly asks: Hashed;
    readonly input: (form: Form, visit: Visit) => object;
    readonly leads: (result: unknown, visit: Visit) => { to: string } | { refused: Refused[] };
  };
  readonly leadsTo?: readonly string[];
}

interface Hashed {
  readonly __meta__: { readonly name: string; readonly hash: string };
}

interface Refused {
  readonly message: string;
}

/** The addresses of the public pages' style and script. */
export interface Assets {
  readonly style: readonly string[];
  readonly script: string;
}

/** The half of the public pages that runs in the server: `web/public/server.tsx`. */
export interface DrawnPages {
  readonly pages: readonly PublicPage[];
  visitOf(asked: Visit): Visit;
  notThere(visit: Visit): Drawn;
  html(drawn: Drawn, visit: Visit, assets: Assets, path: string): string;
}

export function drawnPages(): DrawnPages {
  return createRequire(__filename)(path.join(BUILT, 'drawn', 'server.cjs')) as DrawnPages;
}

/** The public pages' files by the names that the build gave them. */
export function publicAssets(): Assets {
  const file = path.join(BUILT, 'public', 'manifest.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<
    string,
    { file: string; css?: string[]; isEntry?: boolean }
  >;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error(`${file} names no script.`);
  return { script: `/${entry.file}`, style: (entry.css ?? []).map((name) => `/${name}`) };
}
