import {
  amendDeclaration,
  type AmendDeclarationInput,
} from '../../src/enterprises/amend-declaration';
import { versionsOfDeclaration, type Declaration } from '../../src/enterprises/declaration.reader';
import { STRANGER, SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newPool } from '../foundations/money';
import { warm } from '../support/warm';
import { newWorld, type World } from '../support/world';
import { cny, enterpriseOf, findings, key, outstanding, TODAY } from './stage';

let database: FreshDatabase;
let world: World;
let acts: ReturnType<typeof enterpriseOf>;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  acts = enterpriseOf(database.dataSource, world, world.home);
});
afterEach(async () => expect(await findings(database.dataSource)).toEqual([]));
afterAll(() => database.drop());

/** A promise of 3,000 yuan, of which 1,000 have arrived. */
async function declaredAndRemitted(): Promise<Declaration> {
  const enterprise = await acts.another();
  const pool = await newPool(database.dataSource, world.home);
  await acts.plan([[pool, 1]], TODAY, enterprise, SYSTEM);
  const declared = await acts.declare({ enterpriseId: enterprise.globalId }, SYSTEM);
  await acts.remit(declared, '1000.00', {}, SYSTEM);
  return declared;
}

const amend = (
  declared: Declaration,
  more: Partial<AmendDeclarationInput> = {},
  actor: typeof SYSTEM = SYSTEM,
) =>
  acts.run(actor, (work) =>
    amendDeclaration(work, {
      idempotencyKey: key(),
      declarationId: toGlobalId('Declaration', declared.communityId, declared.id),
      reason: 'An invoice was found',
      revenue: cny('10000.00'),
      costs: cny('5000.00'),
      surplus: cny('5000.00'),
      commitment: { shareBasisPoints: 5000 },
      ...more,
    }),
  );

const promising = (amount: string) => ({ commitment: { amount: cny(amount) } });
const left = (declared: Declaration) => outstanding(database.dataSource, declared);
const versions = ({ communityId, id }: Declaration) =>
  versionsOfDeclaration.read(database.dataSource.manager, communityId, [id]);

test('a lowered promise shrinks in the books, a raised one grows; every version is kept', async () => {
  const declared = await declaredAndRemitted();
  const lowered = await amend(declared);
  expect(lowered).toMatchObject({ version: 2, costs: '500000', committed: '250000' });
  expect(await left(declared)).toBe(150_000n);
  const raised = await amend(declared, promising('4000.00'));
  expect(raised).toMatchObject({ version: 3, committed: '400000', shareBasisPoints: null });
  expect(await left(declared)).toBe(300_000n);
  expect((await versions(declared)).map(({ reason, committed }) => [reason, committed])).toEqual([
    [null, '300000'],
    ['An invoice was found', '250000'],
    ['An invoice was found', '400000'],
  ]);
});

test('down to what has been remitted and no further', async () => {
  const declared = await declaredAndRemitted();
  await expect(amend(declared, promising('999.99'))).rejects.toMatchObject({
    ...{ code: 'PLEDGE_EXCEEDED', path: ['commitment'] },
    facts: { outstanding: { minor: '200000' } },
  });
  expect(await amend(declared, promising('1000.00'))).toMatchObject({ owing: false });
  expect(await left(declared)).toBe(0n);
  expect(await amend(declared, promising('1000.01'))).toMatchObject({ owing: true });
});

test('figures alone change without an entry; the same figures are no amendment', async () => {
  const declared = await declaredAndRemitted();
  await amend(declared, promising('3000.00'));
  expect(await left(declared)).toBe(200_000n);
  await expect(amend(declared, promising('3000.00'))).rejects.toMatchObject({
    code: 'NOTHING_AMENDED',
  });
});

test('a surplus may turn out to be a loss while nothing was remitted, and the other way', async () => {
  const { globalId: enterpriseId } = await acts.another();
  const declared = await acts.declare({ enterpriseId }, SYSTEM);
  const loss = { costs: cny('10000.01'), surplus: cny('-0.01'), commitment: null };
  expect(await amend(declared, loss)).toMatchObject({ committed: '0', owing: false });
  expect(await amend(declared)).toMatchObject({ committed: '250000', owing: true });
});

test.each([
  ['TEXT_LENGTH', ['reason'], { reason: '  ' }],
  ['TEXT_LENGTH', ['reason'], { reason: 'x'.repeat(2001) }],
  ['SURPLUS_MISMATCH', ['surplus'], { surplus: cny('1.00') }],
  ['WRONG_CURRENCY', ['revenue', 'currency'], { revenue: { amount: '1.00', currency: 'USD' } }],
  ['COMMITMENT_TOO_LARGE', ['commitment', 'amount'], promising('5000.01')],
  ['ID_UNKNOWN', ['declarationId'], { declarationId: 'nonsense' }],
  ['KEY_UNUSABLE', ['idempotencyKey'], { idempotencyKey: 'a key' }],
] as const)('%s at %j', async (code, path, more) => {
  const declared = await declaredAndRemitted();
  await expect(amend(declared, more)).rejects.toMatchObject({ code, path });
  expect(await versions(declared)).toHaveLength(1);
});

test('asked for fifty times under one key it is amended once', async () => {
  const declared = await declaredAndRemitted();
  const input = { idempotencyKey: key() };
  await warm(database.dataSource);
  const answers = await Promise.all(Array.from({ length: 50 }, () => amend(declared, input)));
  for (const each of answers) expect(each).toEqual(answers[0]);
  expect(await versions(declared)).toHaveLength(2);
  await expect(amend(declared, { ...input, reason: 'Else' })).rejects.toMatchObject({
    code: 'KEY_REUSED',
  });
});

test('amendments at once follow each other; after fifty versions it is enough', async () => {
  const declared = await declaredAndRemitted();
  await warm(database.dataSource);
  await Promise.all(
    Array.from({ length: 49 }, (_, i) => amend(declared, promising(`${2000 + i}.00`))),
  );
  expect((await versions(declared)).map(({ version }) => version)).toEqual(
    Array.from({ length: 50 }, (_, i) => i + 1),
  );
  await expect(amend(declared, promising('1500.00'))).rejects.toMatchObject({
    code: 'AMENDED_TOO_OFTEN',
  });
});

test('only the enterprise itself amends', async () => {
  const { home, other, officer, outsider } = world;
  const declared = await acts.declare();
  for (const { actor } of [other.director, home.treasurer, home.chair, officer, outsider])
    await expect(amend(declared, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(amend(declared, {}, STRANGER)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await amend(declared, {}, home.bookkeeper.actor);
});
