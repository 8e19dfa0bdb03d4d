import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Where there is none, a desk cannot be opened: that is said once in each suite. */
export const hasChromium = fs.existsSync(executablePath);

const QUIET = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  '--font-render-hinting=none',
];

/** A browser that speaks to nobody but us. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  return await chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

/** Builds what browsers get, where it is older than its sources; others wait meanwhile. */
export function buildPages(): void {
  const root = path.resolve(__dirname, '../../..');
  const script = path.join(root, 'src/server/first-minute/prestart.cjs');
  const run = spawnSync(process.execPath, [script, 'pages'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
}

/**
 * A suite in a browser: skipped in one line where there is no Chromium, and never skipped in CI,
 * where its absence is a failure.
 */
export const describeInChromium: jest.Describe =
  hasChromium || process.env.CI ? describe : describe.skip;

/** A story opens many pages, and two suites share the machine. */
jest.setTimeout(120_000);

if (!hasChromium)
  process.stdout.write(`Skipped what needs a browser: ${executablePath} is not there.\n`);
