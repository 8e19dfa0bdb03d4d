import { then, thenBoth } from '../../src/api/at-once';

test('what is there already is answered at once, what is to come is awaited', async () => {
  expect(then(2, (two) => two + 1)).toBe(3);
  await expect(then(Promise.resolve(2), (two) => two + 1)).resolves.toBe(3);
  const add = (one: number, other: number) => one + other;
  expect(thenBoth(1, 2, add)).toBe(3);
  await expect(thenBoth(Promise.resolve(1), 2, add)).resolves.toBe(3);
  await expect(thenBoth(1, Promise.resolve(2), add)).resolves.toBe(3);
});

test('of two that fail neither is left with nobody listening', async () => {
  const unheard: unknown[] = [];
  const listen = (reason: unknown) => void unheard.push(reason);
  process.on('unhandledRejection', listen);
  const fail = async (afterMs: number) => {
    await new Promise((later) => setTimeout(later, afterMs));
    throw new Error('The database is away');
  };
  await expect(thenBoth(fail(20), fail(1), () => 'never')).rejects.toThrow('away');
  await expect(thenBoth(fail(1), fail(20), () => 'never')).rejects.toThrow('away');
  await new Promise((later) => setTimeout(later, 50));
  process.off('unhandledRejection', listen);
  expect(unheard).toEqual([]);
});
