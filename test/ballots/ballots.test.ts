import { blindSign, newKeyPair } from '../../src/ballots/blind-signature';
import { closeBallot } from '../../src/ballots/close-ballot';
import { openBallot, type OpenBallot } from '../../src/ballots/open-ballot';
import { BALLOT_CHECKS } from '../../src/ballots/ballots.checks';
import type { Actor } from '../../src/kernel/actor';
import { runChecks } from '../../src/ledger/verify';
import {
  blind,
  cast,
  close,
  CHOICES,
  HOUR_MS,
  idOf,
  moveIn,
  newPolling,
  open,
  afterwards,
  run,
  take,
  type Polling,
} from './polling';

let polling: Polling;
let voters: Actor[];
beforeAll(async () => {
  polling = await newPolling();
  voters = await moveIn(polling, 12, 2);
});
afterEach(async () => {
  expect(await runChecks(polling.database.dataSource, BALLOT_CHECKS)).toEqual([]);
});
afterAll(async () => {
  await polling.database.drop();
});

const code = (refused: string) => ({ code: refused });

test('votes are counted when the ballot is over, and not before', async () => {
  const ballot = await open(polling);
  for (const [n, who] of voters.entries())
    await cast(polling, ballot, await take(polling, ballot, who), CHOICES[n % 3]);
  const closing = run(polling, polling.world.home.cadre.actor, (work) =>
    closeBallot(work, { ballotId: idOf(ballot) }),
  );
  await expect(closing).rejects.toMatchObject(code('BALLOT_OPEN'));
  const closed = await close(polling, ballot);
  expect(closed.votes).toEqual([8, 8, 8]);
  const keys: unknown = await polling.database.dataSource.query(
    'select signing_key from ballot where id = $1',
    [ballot.id],
  );
  expect(keys).toEqual([{ signing_key: null }]);
  await expect(close(polling, ballot)).rejects.toMatchObject(code('BALLOT_CLOSED'));
});

test('a household has one vote, whoever of it comes first', async () => {
  const ballot = await open(polling, 'household');
  // The twelve that moved in, and the five of the community with whoever else lives there.
  expect(ballot.base).toBe(17);
  const [first, second] = voters;
  await cast(polling, ballot, await take(polling, ballot, first!));
  await expect(take(polling, ballot, second!)).rejects.toMatchObject(code('TOKEN_TAKEN'));
  expect((await close(polling, ballot)).votes).toEqual([1, 0, 0]);
});

test('all households ask at the same moment from two devices each: one of each is answered', async () => {
  const homes = await moveIn(polling, 50, 2);
  const ballot = await open(polling, 'household');
  const devices = await Promise.all(homes.map(() => blind(ballot)));
  const told = await Promise.allSettled(
    homes.map(async (who, n) =>
      cast(polling, ballot, await take(polling, ballot, who, devices[n])),
    ),
  );
  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
  expect((await close(polling, ballot)).votes).toEqual([50, 0, 0]);
});

test('an answer that is lost loses no vote, and a token signs for one device only', async () => {
  const ballot = await open(polling);
  const device = await blind(ballot);
  const signed = await take(polling, ballot, voters[0]!, device);
  await expect(take(polling, ballot, voters[0]!, device)).resolves.toEqual(signed);
  await expect(take(polling, ballot, voters[0]!)).rejects.toMatchObject(code('TOKEN_TAKEN'));
  await cast(polling, ballot, signed, 'Against');
  await cast(polling, ballot, signed, 'Against');
  await expect(cast(polling, ballot, signed, 'For')).rejects.toMatchObject(code('TOKEN_USED'));
  expect((await close(polling, ballot)).votes).toEqual([0, 1, 0]);
});

test('forged, foreign and unreadable tokens are refused', async () => {
  const ballot = await open(polling);
  const elsewhere = await open(polling);
  const signed = await take(polling, ballot, voters[0]!);
  const forged = code('TOKEN_FORGED');
  await expect(cast(polling, elsewhere, signed)).rejects.toMatchObject(forged);
  const other = { ...signed, token: Buffer.alloc(32, 7).toString('base64url') };
  await expect(cast(polling, ballot, other)).rejects.toMatchObject(forged);
  const short = { ...signed, signature: signed.signature.slice(0, 8) };
  await expect(cast(polling, ballot, short)).rejects.toMatchObject(forged);
  const dirty = { ...signed, token: `${signed.token}=` };
  await expect(cast(polling, ballot, dirty)).rejects.toMatchObject(forged);
  for (const blindedToken of ['', 'AAAA', '!!', Buffer.alloc(256, 255).toString('base64url')]) {
    const device = { ...(await blind(ballot)), blindedToken };
    const asking = take(polling, ballot, voters[1]!, device);
    await expect(asking).rejects.toMatchObject(code('TOKEN_UNREADABLE'));
  }
});

test('votes have no name on them, and a choice of the ballot', async () => {
  const ballot = await open(polling);
  const signed = await take(polling, ballot, voters[0]!);
  const named = cast(polling, ballot, signed, 'For', { actor: voters[0]! });
  await expect(named).rejects.toMatchObject(code('SIGNED_IN'));
  const unknown = cast(polling, ballot, signed, 'for');
  await expect(unknown).rejects.toMatchObject(code('CHOICE_UNKNOWN'));
});

test('after its last moment nothing is signed and nothing is cast, also by who has a token', async () => {
  const ballot = await open(polling);
  const signed = await take(polling, ballot, voters[0]!);
  const now = afterwards(ballot);
  const late = take(polling, ballot, voters[1]!, undefined, now);
  await expect(late).rejects.toMatchObject(code('BALLOT_CLOSED'));
  const closed = code('BALLOT_CLOSED');
  await expect(cast(polling, ballot, signed, 'For', { now })).rejects.toMatchObject(closed);
  await close(polling, ballot);
  await expect(cast(polling, ballot, signed)).rejects.toMatchObject(closed);
});

test('who counts and who casts at the same moment agree on what was counted', async () => {
  const ballot = await open(polling);
  const tokens = await Promise.all(voters.map((who) => take(polling, ballot, who)));
  const [closed, ...told] = await Promise.all([
    close(polling, ballot),
    ...tokens.map((signed) =>
      cast(polling, ballot, signed).then(
        () => 'in',
        (error: { code: string }) => error.code,
      ),
    ),
  ]);
  expect(new Set(told.filter((each) => each !== 'in'))).not.toContain(undefined);
  expect(closed.votes?.[0]).toBe(told.filter((each) => each === 'in').length);
});

test('the roll is frozen: who moves in has no vote, who moves out keeps it, children have none', async () => {
  const [child] = await moveIn(polling, 1, 1, '2015-01-01');
  const ballot = await open(polling);
  const [late] = await moveIn(polling, 1, 1);
  for (const who of [child!, late!])
    await expect(take(polling, ballot, who)).rejects.toMatchObject(code('NOT_ON_ROLL'));
  const taking = take(polling, ballot, polling.world.home.cadre.actor);
  await expect(taking).rejects.toMatchObject(code('FORBIDDEN'));
  const residentId = voters[5]!.residences[0]!.residentId;
  await polling.database.dataSource.query(
    `update resident set moved_out = '2026-01-01' where community_id = $1 and id = $2`,
    [polling.world.home.id, residentId],
  );
  await cast(polling, ballot, await take(polling, ballot, voters[5]!));
  expect((await close(polling, ballot)).votes).toEqual([1, 0, 0]);
});

test('a ballot has a question, choices that differ, and time', async () => {
  const { home } = polling.world;
  const opening = (given: Partial<OpenBallot>, actor = home.cadre.actor) =>
    run(polling, actor, (work) =>
      openBallot(work, {
        ...{ communityId: home.place.globalId, question: 'Trees?', choices: CHOICES },
        ...{ voteBy: 'household', closesAt: new Date(work.now.getTime() + HOUR_MS), ...given },
      }),
    );
  const refused = async (given: Partial<OpenBallot>, as: string) =>
    expect(opening(given)).rejects.toMatchObject(code(as));
  await refused({ question: ' ' }, 'TEXT_LENGTH');
  await refused({ choices: ['For'] }, 'CHOICES_COUNT');
  await refused({ choices: ['For', 'For '] }, 'CHOICE_TWICE');
  await refused({ closesAt: new Date() }, 'BALLOT_TIME');
  await refused({ closesAt: new Date(Date.now() + 61 * 24 * HOUR_MS) }, 'BALLOT_TIME');
  await refused({ communityId: polling.world.street.globalId }, 'ID_UNKNOWN');
  for (const actor of [polling.world.outsider.actor, home.chair.actor, voters[0]!])
    await expect(opening({}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('what is as large as the modulus is not signed', async () => {
  const keys = await newKeyPair();
  expect(blindSign(keys, Buffer.alloc(256, 255))).toBeNull();
  expect(blindSign(keys, Buffer.alloc(255))).toBeNull();
  expect(blindSign(keys, Buffer.alloc(256, 1))).toHaveLength(256);
});
