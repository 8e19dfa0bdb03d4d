import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { blindSign, newKeyPair, type KeyPair } from '../../src/ballots/blind-signature';
import { blind, unblind } from '../../web/desks/me/ballots/device/blinding';
import { toBytes, toText } from '../../web/desks/me/ballots/device/bytes';
import { agrees, recount, type Paper } from '../../web/desks/me/ballots/device/recount';
import { applicationOf, sumOfRows } from '../../web/desks/me/teams/plan';

let keys: KeyPair;
let publicKey: string;
beforeAll(async () => {
  keys = await newKeyPair();
  publicKey = keys.publicKey.toString('base64url');
});

/** A paper as a device and the server make it together. */
async function paper(choices: string[], signer = keys): Promise<Paper> {
  const key = signer.publicKey.toString('base64url');
  const blinded = await blind(key);
  const given = blindSign(signer, Buffer.from(blinded.blindedToken, 'base64url'));
  const signature = await unblind(key, blinded, given?.toString('base64url') ?? '');
  return { token: blinded.token, signature, choices };
}

test('bytes are written as the API writes them, of every length', () => {
  for (let length = 0; length < 260; length += 1) {
    const bytes = Buffer.alloc(length, length + 250);
    expect(toText(bytes)).toBe(bytes.toString('base64url'));
    expect(Buffer.from(toBytes(toText(bytes)))).toEqual(bytes);
  }
});

test('a signature that is not under the token is an error, not a vote', async () => {
  const one = await blind(publicKey);
  const other = await blind(publicKey);
  const given = blindSign(keys, Buffer.from(other.blindedToken, 'base64url'));
  await expect(unblind(publicKey, one, given?.toString('base64url') ?? '')).rejects.toThrow(
    'invalid signature',
  );
  expect(one.token).not.toBe(other.token);
  expect(RSABSSA.SHA384.PSS.Deterministic().toString()).toBe('RSABSSA-SHA384-PSS-Deterministic');
});

describe('a recount', () => {
  const result = [
    { choice: 'yes', votes: 5, onPaper: 3 },
    { choice: 'no', votes: 1, onPaper: 0 },
  ];

  test('is the published result without what came on paper', async () => {
    const papers = [await paper(['yes']), await paper(['yes', 'no']), await paper([])];
    const counted = await recount(publicKey, papers);
    expect(counted).toMatchObject({ papers: 3, forged: 0, twice: 0 });
    expect(agrees(counted, result)).toBe(true);
    expect(agrees(await recount(publicKey, papers.slice(1)), result)).toBe(false);
  });

  test('sees a paper of another key, a token that lies there twice, and changed choices', async () => {
    const good = [await paper(['yes']), await paper(['yes', 'no'])];
    const forged = await recount(publicKey, [...good, await paper(['no'], await newKeyPair())]);
    expect([forged.forged, agrees(forged, result)]).toEqual([1, false]);
    const twice = await recount(publicKey, [...good, good[0]!]);
    expect([twice.twice, agrees(twice, result)]).toEqual([1, false]);
    const changed = await recount(publicKey, [{ ...good[0]!, choices: ['no'] }, good[1]!]);
    expect([changed.forged, agrees(changed, result)]).toEqual([0, false]);
  });
});

test('a plan is added up without a float', () => {
  expect(sumOfRows([{ amount: '0.10' }, { amount: '0.2' }, { amount: ' 3 ' }])).toBe('3.30');
  expect(sumOfRows([{ amount: '99999999.99' }, { amount: '0.01' }, undefined, {}])).toBe(
    '100000000.00',
  );
  const rows = [{ text: 'Lamp', amount: '1.05', dueOn: '2027-01-25' }];
  const plan = { title: 'Light', poolId: 'pool', purpose: 'Stairs', budget: rows, tranches: rows };
  expect(applicationOf('team', plan)).toEqual({
    ...{ applicantId: 'team', poolId: 'pool', title: 'Light', purpose: 'Stairs' },
    requested: { amount: '1.05', currency: 'CNY' },
    budget: [{ label: 'Lamp', amount: { amount: '1.05', currency: 'CNY' } }],
    tranches: [
      { milestone: 'Lamp', dueOn: '2027-01-25', amount: { amount: '1.05', currency: 'CNY' } },
    ],
  });
});
