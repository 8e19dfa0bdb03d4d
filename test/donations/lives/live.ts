import type { Act } from './acts';
import { scriptOf } from './acts';
import { bringAll, quietly, race, rest } from './workers';
import { newHome } from './home';
import type { Life } from './life';
import { perform } from './perform';
import type { Stage } from './stage';
import type { Lived, Track } from './track';

interface Doing {
  readonly lived: Lived;
  readonly act: Act;
}

/** How long each round takes, in seconds: minutes at first, then days. */
const PACE = [60, 900, 3600, 7200, 600, 6 * 3600, 30 * 3600, 120, 40 * 3600, 3600, 26 * 3600];

/** Lives many lives at once on a stage, round by round, and lets everything come to rest. */
export async function live(stage: Stage, lives: readonly Life[], seed: number): Promise<Lived[]> {
  stage.pendingFirst = seed % 3 === 0;
  stage.standIn.refunds({
    pendingFirst: stage.pendingFirst,
    holdBalanceTransaction: seed % 6 === 0,
  });
  const all: Lived[] = [];
  for (const [at, life] of lives.entries()) all.push(await settled(stage, life, at, seed));
  const scripts = all.map(({ home }) => scriptOf(home.life));
  for (const part of ['before', 'after'] as const) {
    const longest = Math.max(...scripts.map((script) => script[part].length));
    for (let round = 0; round < longest; round += 1) {
      const acts = scripts.map((script, at) => ({
        lived: all[at]!,
        acts: script[part][round] ?? [],
      }));
      await lineUp(stage, acts);
      await stage.pass(PACE[round % PACE.length]!);
      if (part === 'after') await payOuts(stage, round, seed);
    }
  }
  await rest(stage);
  return all;
}

async function settled(stage: Stage, life: Life, at: number, seed: number): Promise<Lived> {
  const tracks = life.gifts.map((_, gift): Track => ({
    ...{ key: `life-${seed}-${at}-${gift}`, ref: null, pledgeToken: null, sessions: [] },
    ...{ asked: [], refund: null, dispute: null },
  }));
  return { home: await newHome(stage, life, at), gifts: life.gifts, tracks };
}

/** In the quiet run everybody waits for the others; else all come at once, and so do workers. */
async function lineUp(
  stage: Stage,
  lines: readonly { readonly lived: Lived; readonly acts: readonly Act[] }[],
): Promise<void> {
  if (stage.quiet) {
    for (const { lived, acts } of lines)
      for (const act of acts) {
        await perform(stage, lived, act);
        await bringAll(stage);
      }
    return await quietly(stage);
  }
  const waiting = stage.dice.shuffle(lines.filter(({ acts }) => acts.length > 0));
  await race(
    stage,
    waiting.map(({ lived, acts }) => async () => {
      for (const act of acts) await perform(stage, lived, act);
    }),
  );
}

/** Now and then the processor sends what it holds to the bank, and sometimes that fails. */
async function payOuts({ standIn, dice: _ }: Stage, round: number, seed: number): Promise<void> {
  if ((round + seed) % 3 !== 0) return;
  for (const currency of ['cny', 'usd', 'jpy', 'eur']) {
    const sent = await standIn.payOut(currency).catch(() => null);
    if (sent && (round + seed) % 2 === 0) await standIn.failPayout(sent.id);
  }
  await standIn.settled();
}

export type { Doing };
