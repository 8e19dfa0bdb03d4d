import type { DemoLogin } from '../../../seeds/demo-people';
import { SIZES, type Screen, screenOf } from './screens';
import type { Desk, Stage } from './stage';

/** A page to be looked at. */
export interface Walked {
  readonly path: string;
  /** The words that tell that it is there, where its heading alone does not. */
  readonly shows?: (desk: Desk) => string;
  /** Opens what belongs to the page and is not seen at once: a form, a refusal. */
  readonly opens?: (desk: Desk) => Promise<void>;
  /** What the browser complains of: a page that is not there, or a form that was refused. */
  readonly status?: number;
}

/** How a page is looked at: its width, by day or in the dark, and whether axe reads it. */
interface Look {
  readonly device: Screen['device'];
  readonly colorScheme: 'light' | 'dark';
  readonly axe: boolean;
}

/**
 * Each page is opened once in a language, and its window made as wide as each device. What axe sees
 * does not hang on the language: it reads each width once, both languages and both schemes.
 */
const LOOKS: Readonly<Record<Screen['language'], readonly Look[]>> = {
  'zh-CN': [
    { device: 'phone', colorScheme: 'light', axe: true },
    { device: 'tablet', colorScheme: 'light', axe: false },
    { device: 'desktop', colorScheme: 'dark', axe: true },
  ],
  en: [
    { device: 'phone', colorScheme: 'dark', axe: false },
    { device: 'tablet', colorScheme: 'dark', axe: true },
    { device: 'desktop', colorScheme: 'light', axe: false },
  ],
};

export const LANGUAGES = Object.keys(LOOKS) as Screen['language'][];

/** Looks at every page, one after the other in one window, as whoever has the login. */
export async function walk(
  stage: Stage,
  language: Screen['language'],
  login: DemoLogin | undefined,
  pages: readonly Walked[],
): Promise<void> {
  const desk = await stage.open(screenOf('phone', language), login);
  for (const walked of pages) {
    const isWithin = login !== undefined && desk.page.url().startsWith(stage.url);
    await (isWithin ? desk.follow(walked.path) : desk.go(walked.path));
    await expectShown(desk, walked);
    await walked.opens?.(desk);
    expectStatus(desk, walked);
    for (const look of LOOKS[language]) await lookAt(desk, walked.path, look);
    await desk.page.keyboard.press('Escape');
  }
  await desk.done();
}

async function expectShown(desk: Desk, { path, shows }: Walked): Promise<void> {
  const { page } = desk;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  if (shows) await page.getByText(shows(desk)).first().waitFor();
  // An address that leads nowhere ends at a desk's first page, and a fault has a heading too.
  const { pathname, search } = new URL(page.url());
  expect(path.includes('?') ? pathname + search : pathname).toBe(path);
  expect(await page.locator('.ant-alert-error').allInnerTexts()).toEqual([]);
}

function expectStatus(desk: Desk, { status }: Walked): void {
  const told = desk.takeComplaints().map((each) => Number(/status of (\d+)/.exec(each)?.[1]));
  expect(told).toEqual(status ? [status] : []);
}

async function lookAt(desk: Desk, path: string, { device, colorScheme, axe }: Look): Promise<void> {
  const { page } = desk;
  const { width, height } = SIZES[device];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await desk.settle();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect({ path, device, wide }).toEqual({ path, device, wide: width });
  if (axe) await desk.expectAccessible();
  await desk.picture(`look${path.replaceAll(/[^a-z]+/g, '-').slice(0, 40)}-${device}`);
}
