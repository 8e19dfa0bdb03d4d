import { BankDesk } from './bank-desk';
import { inMonths, today } from './days';
import { Giver, type Begun } from './giver';
import type { StoryPools } from './money';
import type { Neighbourhood } from './neighbourhood';
import type { Newcomers } from './newcomers';
import type { Tell } from './tell';
import { soon, Voice } from './voice';

const cny = (amount: string) => ({ amount, currency: 'CNY' });

/** What the giving chapter is told with. */
interface Giving {
  readonly at: Neighbourhood;
  readonly giver: Giver;
  readonly desk: BankDesk;
  readonly poolId: string;
  readonly run: string;
  readonly tell: Tell;
}

/** The gift that is followed to the end, and who gave it. */
export interface Given {
  readonly giver: Giver;
  readonly gift: Begun;
}

/**
 * Givers give on the web, without an account: once, with an enterprise that matches it; every
 * month; and one who takes it back through the bank. The foundation gives a part back.
 */
export async function giveGifts(
  url: string,
  at: Neighbourhood,
  { enterprise, director }: Newcomers,
  [pool]: StoryPools,
  run: string,
  tell: Tell,
): Promise<Given | null> {
  const desk = new BankDesk(url);
  if (!(await areGiftsTaken(url))) {
    await tell('Gifts on the web are not taken by this server: that chapter is left out.');
    return null;
  }
  const giving = { at, desk, run, tell, poolId: pool.id, giver: new Giver(url, run, desk) };
  const campaignId = await openCampaign(giving, enterprise.id, director);
  await tell(`A campaign asks for gifts; ${enterprise.name} matches half of each, up to 200.00.`);
  const gift = await giveOnce(giving, campaignId);
  await giveBack(giving, gift);
  await giveMonthly(giving);
  await takeBack(giving);
  return { giver: giving.giver, gift };
}

/** Only where payments are the demonstration's is there a desk to act at. */
async function areGiftsTaken(url: string): Promise<boolean> {
  const { giving } = await new Voice(url).asks<{ giving: { isDemo: boolean } }>(
    '{ giving { isDemo } }',
  );
  return giving.isDemo;
}

/** The first giver looks once more at what became of the gift. */
export async function followGift({ giver, gift }: Given, tell: Tell): Promise<void> {
  const { followed, acknowledgements } = await giver.sees(gift, () => true);
  const numbers = acknowledgements.map(({ number }) => number).join(', ');
  await tell(
    [
      `赵敏 follows her gift of 88.00 (acknowledgement and correction: ${numbers}):`,
      ...followed.map(({ part, says }) => `    ${part.amount.padStart(8)}  ${says}`),
    ].join('\n'),
  );
}

async function openCampaign(
  { at, poolId, run }: Giving,
  enterpriseId: string,
  director: Voice,
): Promise<string> {
  const { campaign } = await at.voices.secretary.does<{ campaign: { id: string } }>(
    'openCampaign',
    {
      poolId,
      title: `冬天的跑腿队 ${run}`,
      story: '天冷路滑，请帮跑腿队买防滑鞋和保温杯。',
      goal: cny('2000.00'),
      startsOn: today(),
      endsOn: inMonths(2),
    },
    'campaign { id }',
  );
  await director.does(
    'promiseMatch',
    {
      idempotencyKey: `story/${run}/match`,
      campaignId: campaign.id,
      enterpriseId,
      cap: cny('200.00'),
      percent: 50,
    },
    'campaign { id }',
  );
  return campaign.id;
}

async function giveOnce(giving: Giving, campaignId: string): Promise<Begun> {
  const { giver, tell } = giving;
  const gift = await giver.gives('赵敏', '88.00', { to: { campaignId }, publicName: '赵敏' });
  const [paid = ''] = await entriesOf(giving, gift, 1);
  await tell('赵敏 gives 88.00 on the web, without an account, and pays on the page.', paid);
  const [, told = ''] = await entriesOf(giving, gift, 2);
  await tell('The processor tells what it took for its work.', told);
  return gift;
}

async function giveBack(giving: Giving, gift: Begun): Promise<void> {
  const { at, giver, run, tell } = giving;
  await at.voices.treasurer.does(
    'requestRefund',
    {
      idempotencyKey: `story/${run}/refund`,
      donationId: gift.id,
      amount: cny('20.00'),
      reason: '捐赠人想把其中一部分留给邻居。',
    },
    'refund { id }',
  );
  await giver.sees(gift, ({ refunded }) => refunded.amount === '20.00');
  const [, , back = ''] = await entriesOf(giving, gift, 3);
  await tell('The treasurer gives 20.00 of it back; the enterprise owes half of that less.', back);
}

async function giveMonthly(giving: Giving): Promise<void> {
  const { giver, desk, poolId, tell } = giving;
  const first = await giver.gives('钱多', '30.00', { to: { poolId }, schedule: 'MONTHLY' });
  await desk.acts('month');
  const { pledge } = await giver.sees(
    first,
    (followed) =>
      followed.pledge?.donations.edges.filter(({ node }) => node.state === 'PAID').length === 2,
  );
  const second = pledge?.donations.edges[1]?.node.id ?? '';
  const [paid = ''] = await entriesOf(giving, { id: second }, 1);
  await tell('钱多 gives 30.00 every month; a month passes, and the second comes by itself.', paid);
}

async function takeBack(giving: Giving): Promise<void> {
  const { giver, desk, poolId, tell } = giving;
  const gift = await giver.gives('孙默', '50.00', { to: { poolId } });
  await desk.acts('dispute');
  await giver.sees(gift, ({ disputed }) => disputed.amount === '50.00');
  await desk.acts('lost');
  const entryId = await soon(async () => {
    const entries = await rulesOf(giving, gift);
    return entries.find(({ rule }) => rule === 'disputeLost')?.id ?? null;
  });
  await tell('孙默 asks the bank for 50.00 back, and the bank decides for him.', entryId);
}

interface Entry {
  readonly id: string;
  readonly rule: string;
}

/** The entries of a gift, as the auditor sees them. */
async function rulesOf({ at }: Giving, { id }: Pick<Begun, 'id'>): Promise<readonly Entry[]> {
  const { node } = await at.voices.auditor.asks<{ node: { entries: readonly Entry[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Donation { entries { id rule } } } }',
    { id },
  );
  return node.entries;
}

/** Waits for so many entries of a gift. */
async function entriesOf(
  giving: Giving,
  gift: Pick<Begun, 'id'>,
  count: number,
): Promise<readonly string[]> {
  return await soon(async () => {
    const entries = await rulesOf(giving, gift);
    return entries.length >= count ? entries.map(({ id }) => id) : null;
  });
}
