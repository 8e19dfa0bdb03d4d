import { randomBytes } from 'node:crypto';
import { followGift, giveGifts } from './gifts';
import { arrive } from './newcomers';
import { enter } from './neighbourhood';
import { earnCredits, takeGoods } from './welfare';
import { grantMoney, openStoryPool, remitMoney } from './money';
import { printEntry } from './print-entry';
import { settleOperator } from './settlement';
import type { Tell } from './tell';

/**
 * The whole loop of the value chain over HTTP, as the different people: givers give on the web, an
 * enterprise's surplus reaches the pools, a board grants it to a residents' team, a member serves
 * and earns credits, the credits become goods in the charity supermarket, its operator is paid from
 * the pool, and a giver sees what became of the gift.
 */
export async function tellStory(url: string, print: (line: string) => void): Promise<void> {
  const run = randomBytes(3).toString('hex');
  const at = await enter(url);
  let step = 0;
  const tell: Tell = async (says, ...entryIds) => {
    step += 1;
    print(`${step}. ${says}`);
    for (const id of entryIds) await printEntry(at.voices.auditor, id, print);
    print('');
  };
  print(`The loop in ${at.name}, told by its people (${run}).`);
  print('');
  const newcomers = await arrive(url, at, run);
  const pools = await openStoryPool(at, run, tell);
  const given = await giveGifts(url, at, newcomers, pools, run, tell);
  await remitMoney(at, newcomers, pools, run, tell);
  await grantMoney(at, newcomers, pools, run, tell);
  await earnCredits(at, newcomers, tell);
  await takeGoods(at, newcomers, run, tell);
  await settleOperator(at, run, tell);
  if (given) await followGift(given, tell);
  await printBalances(at, pools, newcomers, print);
}

async function printBalances(
  { voices }: Awaited<ReturnType<typeof enter>>,
  pools: readonly { id: string }[],
  { residentId }: Awaited<ReturnType<typeof arrive>>,
  print: (line: string) => void,
): Promise<void> {
  print('At the end:');
  for (const { id } of pools) {
    const { node } = await voices.auditor.asks<{
      node: Record<'received' | 'available' | 'committed' | 'spent', { amount: string }> & {
        name: string;
      };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Pool { name received { amount }
         available { amount } committed { amount } spent { amount } } } }`,
      { id },
    );
    const { name, received, available, committed, spent } = node;
    print(
      `  ${name}: received ${received.amount} = available ${available.amount} + ` +
        `committed ${committed.amount} + spent ${spent.amount}`,
    );
  }
  const { node } = await voices.cadre.asks<{
    node: { displayName: string; wallet: { balance: number } };
  }>('query ($id: ID!) { node(id: $id) { ... on Resident { displayName wallet { balance } } } }', {
    id: residentId,
  });
  print(`  ${node.displayName}: ${node.wallet.balance} credits`);
}
