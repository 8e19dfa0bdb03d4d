import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { DEMO_PASSWORD, type DemoLogin } from '../../../seeds/demo-people';
import { connectStore } from '../../../src/attachments/object-store';
import { trustedDocuments } from '../../../src/server/trusted-documents';
import { type Counter, openCounter } from '../../server/givers';
import type { FreshDatabase } from '../../support/database';
import { demoDatabase, demoStore } from '../../support/demo';
import { expectAccessible } from './accessible';
import { buildPages, launch } from './chromium';
import { type Screen, wordsOf, type WordsIn } from './screens';

/** A served demo, and a browser to open it in. */
export interface Stage {
  readonly url: string;
  readonly database: FreshDatabase;
  readonly browser: Browser;
  /** Opens a window of a screen's width and language; signed in where a login is given. */
  open(screen: Screen, login?: DemoLogin, more?: More): Promise<Desk>;
  /** Asks the demo's database, or puts into it what no command does. */
  sql(statement: string, ...values: unknown[]): Promise<Record<string, string>[]>;
  /** What the server wrote down so far, where a story means to make something fail. */
  takeLogged(): string[];
  close(): Promise<void>;
}

export interface More {
  readonly javaScriptEnabled?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly permissions?: readonly string[];
}

/** A window that somebody sits at. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly screen: Screen;
  /** The words of a key, in this window's language. */
  readonly say: WordsIn;
  /** Loads an address of ours, and waits until all of it is drawn. */
  go(path: string): Promise<void>;
  /** Goes to another page of the desk as a link does: nothing is loaded anew. */
  follow(path: string): Promise<void>;
  /** Waits until nothing loads any more and nothing is left to draw. */
  settle(): Promise<void>;
  /** No violation of WCAG 2.2 AA on what is shown now. */
  expectAccessible(): Promise<void>;
  /** Nothing was complained of in the console and nobody else was asked; closes the window. */
  done(): Promise<void>;
  /** Where `SCREENSHOTS` names a folder, keeps a picture there to look at. */
  picture(name: string): Promise<void>;
  /** Takes what has been complained of so far, where a story means to make something fail. */
  takeComplaints(): string[];
}

/** Opens a demo of a suite's own; `close` it in `afterAll`. */
export async function openStage(chromiumArgs: readonly string[] = []): Promise<Stage> {
  buildPages();
  const database = await demoDatabase();
  connectStore(database.dataSource, demoStore());
  // As in production: our own documents are answered, and no others.
  const counter = await openCounter(database, { openQueries: false });
  const browser = await launch(chromiumArgs);
  return {
    ...{ url: counter.url, database, browser },
    sql: (statement, ...values) => database.dataSource.query(statement, values),
    takeLogged: () => counter.logged.splice(0),
    open: (screen, login, more = {}) => openDesk(browser, counter, screen, login, more),
    close: async () => {
      await browser.close();
      await counter.close();
      await database.drop();
      expect(counter.logged).toEqual([]);
    },
  };
}

async function openDesk(
  browser: Browser,
  { url }: Counter,
  screen: Screen,
  login: DemoLogin | undefined,
  more: More,
): Promise<Desk> {
  const { width, height, language, device } = screen;
  const { javaScriptEnabled = true } = more;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, locale: language, hasTouch: device !== 'desktop' },
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...{ ...more, permissions: [...(more.permissions ?? [])] },
  });
  context.setDefaultTimeout(20_000);
  if (login) await signIn(context, url, login);
  const page = await context.newPage();
  const complaints = listen(page, url);
  const settle = javaScriptEnabled ? settling(page) : () => Promise.resolve();
  const go = async (path: string) => {
    await page.goto(url + path);
    await settle();
  };
  return {
    ...{ page, context, screen, say: wordsOf(screen.language) },
    ...{ go, settle, expectAccessible: () => expectAccessible(page) },
    follow: async (path) => {
      await page.evaluate(FOLLOW, path);
      await settle();
    },
    takeComplaints: () => complaints.splice(0),
    picture: (name) => picture(page, `${name}-${device}-${language}`),
    done: async () => {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

const SIGN_IN = trustedDocuments().find(({ name }) => name === 'SignIn')?.hash;

async function signIn(context: BrowserContext, url: string, login: DemoLogin): Promise<void> {
  const variables = { input: { login, password: DEMO_PASSWORD } };
  const answer = await context.request.post(`${url}/graphql`, {
    data: { documentId: SIGN_IN, variables },
  });
  expect(await answer.json()).toMatchObject({ data: { signIn: { userErrors: [] } } });
}

/** What a page complains of: errors, and whatever it asks of anybody else. */
function listen(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(`${line.text()} ${line.location().url}`);
  });
  page.on('request', (request) => {
    const ours = [url, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!ours) complaints.push(`asked ${request.url()}`);
  });
  return complaints;
}

/** Twice in a row nothing was under way, and the page had nothing else to do. */
function settling(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => void underWay.add(request));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => void underWay.delete(request));
  return async () => {
    for (let quiet = 0; quiet < 2; quiet = underWay.size > 0 ? 0 : quiet + 1)
      await page.evaluate(IDLE);
  };
}

/**
 * Two frames are drawn, and then nothing waits that is of more weight. An idle callback would wait
 * for a third of a second in which no frame is asked for.
 */
const IDLE = `new Promise((idle) => requestAnimationFrame(() => requestAnimationFrame(() =>
  scheduler.postTask(idle, { priority: 'background' }))))`;

const FOLLOW = (path: string) => {
  window.history.pushState({}, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
};

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
