import { source } from 'axe-core';
import type { Page } from 'playwright-core';

const READ = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // What is right need not be described, and style sheets are read where they are.
  ...{ resultTypes: ['violations'], preload: false },
};

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: string[]; readonly failureSummary: string }[];
}

/** Half faded in, nothing has the colours that it will have. */
const SETTLED = `(async () => {
  const moving = () =>
    document.getAnimations().filter(({ playState, effect }) =>
      playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime));
  for (let all = moving(); all.length > 0; all = moving())
    await Promise.allSettled(all.map(({ finished }) => finished));
})()`;

/** No violation of WCAG 2.2 AA on what is shown, once nothing moves. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(SETTLED);
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(source);
  const found = await page.evaluate<Violation[]>(
    `axe.run(document, ${JSON.stringify(READ)}).then(({ violations }) => violations)`,
  );
  const told = found.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
  expect(told).toEqual([]);
}
