import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM, hasChromium } from '../../support/found-chromium';

const QUIET = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  '--font-render-hinting=none',
];

/** A browser that speaks to nobody but us. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  return await chromium.launch({ executablePath: CHROMIUM, args: [...QUIET, ...more] });
}

/** Builds what browsers get, where it is older than its sources; others wait meanwhile. */
export function buildPages(): void {
  const root = path.resolve(__dirname, '../../..');
  const script = path.join(root, 'src/server/first-minute/prestart.cjs');
  const run = spawnSync(process.execPath, [script, 'pages'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
}

/** Skipped where there is no Chromium, and never in CI, where its absence is a failure. */
export const describeInChromium: jest.Describe =
  hasChromium || process.env.CI ? describe : describe.skip;

/** A story opens many pages, and two suites share the machine. */
jest.setTimeout(120_000);
