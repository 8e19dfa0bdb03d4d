import { answer } from '../../src/api/answer';
import type { Context } from '../../src/api/context';
import { toUserError } from '../../src/api/user-error.graphql';
import { Denied, Refusal } from '../../src/kernel/refusal';
import type { UnitOfWork } from '../../src/kernel/unit-of-work';

const work = {} as UnitOfWork;
const contextIn = (language: 'en' | 'zh-CN') =>
  ({ language, run: <T>(command: (work: UnitOfWork) => Promise<T>) => command(work) }) as Context;
const context = contextIn('en');

test('what was done is answered without errors', async () => {
  expect(await answer(context, () => Promise.resolve({ pool: 'welfare' }))).toEqual({
    pool: 'welfare',
    userErrors: [],
  });
});

test('a refusal is answered alone, in the language asked for, with its facts', async () => {
  const facts = { available: '1.00', required: '2.00', availableMinor: 100n };
  const refusing = () => Promise.reject(new Refusal('POOL_SHORT', facts, ['amount']));
  expect(await answer(contextIn('zh-CN'), refusing)).toEqual({
    userErrors: [
      {
        ...facts,
        code: 'POOL_SHORT',
        path: ['amount'],
        message: '资金池可用余额 1.00，需要 2.00。',
      },
    ],
  });
});

test('a fact cannot pass for the code, the path or the message', () => {
  const facts = { code: 'OTHER', path: ['x'], message: 'y' };
  expect(toUserError(new Refusal('OTHER_COMMUNITY', facts, ['poolId']), 'en')).toEqual({
    code: 'OTHER_COMMUNITY',
    path: ['poolId'],
    message: 'This belongs to another community.',
  });
});

test.each([new Denied('FORBIDDEN'), new Denied('UNAUTHENTICATED'), new TypeError('ours')])(
  '%s goes on up',
  async (error) => {
    await expect(answer(context, () => Promise.reject(error))).rejects.toBe(error);
  },
);
