import type { Tell } from './tell';
import { inMonths, lastQuarter, today } from './days';
import type { Neighbourhood } from './neighbourhood';
import type { Newcomers } from './newcomers';
import { StoryStopped } from './voice';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const THRESHOLDS = [
  { from: cny('0'), approvals: 1 },
  { from: cny('500.00'), approvals: 2 },
];

/** A pool for the grant, and the welfare pool that pays for the operator's goods. */
export type StoryPools = readonly [StoryPool, StoryPool];

interface StoryPool {
  readonly id: string;
  readonly name: string;
}

/** The foundation opens a pool for what is told; another pays for welfare goods already. */
export async function openStoryPool(
  at: Neighbourhood,
  run: string,
  tell: Tell,
): Promise<StoryPools> {
  const welfare = at.pools.find(({ name }) => name.includes('福利'));
  if (!welfare) throw new StoryStopped('There is no welfare pool');
  const { pool } = await at.voices.secretary.does<{ pool: { id: string; name: string } }>(
    'openPool',
    {
      foundationId: at.foundationId,
      communityId: at.id,
      name: `助老池 ${run}`,
      purpose: 'ORGANISATIONS',
      currency: 'CNY',
      thresholds: THRESHOLDS,
    },
    'pool { id name }',
  );
  await tell(`The secretary opens the pool ${pool.name}.`);
  return [pool, welfare];
}

/** The enterprise declares, routes and remits its surplus. */
export async function remitMoney(
  at: Neighbourhood,
  { enterprise, director, bookkeeper }: Newcomers,
  [pool, welfare]: StoryPools,
  run: string,
  tell: Tell,
): Promise<void> {
  const { enterpriseId, communityId } = { enterpriseId: enterprise.id, communityId: at.id };
  await director.does(
    'setRoutingPlan',
    {
      enterpriseId,
      communityId,
      validFrom: lastQuarter().from,
      shares: [
        { poolId: pool.id, weight: 3 },
        { poolId: welfare.id, weight: 1 },
      ],
    },
    'plan { id }',
  );
  await tell(`${enterprise.name} routes three quarters there, a quarter to ${welfare.name}.`);
  const { declaration } = await bookkeeper.does<{ declaration: { id: string } }>(
    'declareSurplus',
    {
      idempotencyKey: `story/${run}/declare`,
      enterpriseId,
      communityId,
      period: lastQuarter(),
      dueOn: inMonths(2),
      revenue: cny('24000.00'),
      costs: cny('22000.00'),
      surplus: cny('2000.00'),
      commitment: { amount: cny('1200.01') },
    },
    'declaration { id }',
  );
  await tell('Its bookkeeper declares a surplus of 2,000.00 and promises 1,200.01 of it.');
  const { remittance } = await bookkeeper.does<{ remittance: { entry: { id: string } } }>(
    'remitSurplus',
    {
      idempotencyKey: `story/${run}/remit`,
      declarationId: declaration.id,
      amount: cny('1200.01'),
      receivedOn: today(),
    },
    'remittance { entry { id } }',
  );
  await tell('The money arrives and is split to the last fen.', remittance.entry.id);
}

/** The team applies, the board approves, the money is paid by maker and checker. */
export async function grantMoney(
  at: Neighbourhood,
  { team, leader }: Newcomers,
  [pool]: StoryPools,
  run: string,
  tell: Tell,
): Promise<void> {
  const { chair, board1, secretary, treasurer } = at.voices;
  const { application } = await leader.does<{ application: { id: string } }>(
    'applyForGrant',
    {
      applicantId: team.id,
      poolId: pool.id,
      title: '给独居老人跑腿',
      purpose: '买药、取件、陪诊。',
      requested: cny('600.00'),
      budget: [
        { label: '公交费', amount: cny('400.00') },
        { label: '志愿者保险', amount: cny('200.00') },
      ],
      tranches: [{ amount: cny('600.00'), milestone: '服务三十户', dueOn: inMonths(4) }],
    },
    'application { id }',
  );
  await tell(`The leader of ${team.name} applies for 600.00.`);
  let grant: GrantAnswer['application']['grant'] = null;
  for (const [name, member] of Object.entries({ chair, board1 })) {
    const answer = await member.does<GrantAnswer>(
      'reviewApplication',
      {
        idempotencyKey: `story/${run}/review/${name}`,
        applicationId: application.id,
        verdict: 'APPROVE',
        reason: '老人需要,预算合理。',
      },
      'application { grant { entry { id } tranches { id } } }',
    );
    ({ grant } = answer.application);
  }
  const [tranche] = grant?.tranches ?? [];
  if (!grant || !tranche) throw new StoryStopped('Two approvals did not award the grant');
  await tell('The chair and a member of the board approve: the grant is awarded.', grant.entry.id);
  const trancheId = tranche.id;
  await secretary.does('requestDisbursement', { trancheId }, 'tranche { id }');
  const { tranche: paid } = await treasurer.does<{ tranche: { entry: { id: string } } }>(
    'disburseTranche',
    { idempotencyKey: `story/${run}/pay`, trancheId },
    'tranche { entry { id } }',
  );
  await tell('The secretary asks for the payment, the treasurer pays.', paid.entry.id);
}

interface GrantAnswer {
  readonly application: {
    readonly grant: {
      readonly entry: { readonly id: string };
      readonly tranches: readonly { readonly id: string }[];
    } | null;
  };
}
