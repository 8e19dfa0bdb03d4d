import { blind } from '../../seeds/voting-device';
import { runChecks } from '../../src/ledger/verify';
import { CHECKS } from '../../src/server/checks';
import { figuresOf, fund, newPool } from '../foundations/money';
import { application } from '../grants/board';
import {
  after,
  DAY,
  decideByCouncil,
  HOUR,
  newAssembly,
  START,
  type Assembly,
  type Neighbour,
} from '../motions/assembly';
import { itIs, itIsToday } from '../support/calendar';
import { People, told } from './support/people';

/**
 * Residents want the menders paid, put their names together, are heard, and their council of 21
 * decides in secret: the money goes out because people decided it, and nobody sees who said what.
 */

let assembly: Assembly;
let people: People;
beforeAll(async () => {
  assembly = await newAssembly(21, true);
  people = await People.before(assembly.database.dataSource);
});
afterAll(async () => {
  itIsToday();
  await people.leave();
  await assembly.database.drop();
});

/** A member's device: takes a token, and casts with it without a name. */
async function voteInSecret(
  ballot: { id: string; publicKey: string },
  who: Neighbour,
  choice: string,
) {
  const key = Buffer.from(ballot.publicKey, 'base64url');
  const { token, blindedToken, unblind } = await blind({ publicKey: key } as never);
  const taken = await people.does(
    ...([who.personId, 'takeVotingToken', 'TakeVotingTokenInput'] as const),
    { ballotId: ballot.id, blindedToken },
    'blindSignature',
  );
  const signature = await unblind(Buffer.from(told(taken, 'blindSignature'), 'base64url'));
  const vote = { ballotId: ballot.id, token: token.toString('base64url'), signature, choice };
  await people.does(null, 'castVote', 'CastVoteInput', vote, 'ballot { id }');
  return vote.token;
}

const MOTION = 'motion { id state coSignatures ballots { id publicKey } resolutions { id } }';

test('from ten names to a payment', async () => {
  itIs(START);
  const { dataSource } = assembly.database;
  const { home } = assembly.world;
  const pool = await newPool(dataSource, home);
  await fund(dataSource, pool, 100_000n);
  await decideByCouncil(assembly, pool.globalId);
  const input = application(home.team, pool, [20_000, 10_000]);
  const asked = await people.does(
    ...([home.leader.id, 'applyForGrant', 'ApplyForGrantInput', input] as const),
    'application { id tranches { id } }',
  );
  const applicationId = told(asked, 'application.id');

  // The board does not decide it, and says who does.
  const review = { applicationId, verdict: 'APPROVE', reason: 'Good', idempotencyKey: 'review-01' };
  const refused = await people.tries(
    ...([home.chair.id, 'reviewApplication', 'ReviewApplicationInput', review] as const),
    'application { id }',
  );
  expect(refused.userErrors).toMatchObject([{ code: 'DECIDED_BY_COUNCIL' }]);

  // Ten residents put their names together.
  const [first, ...others] = assembly.residents.slice(0, 10);
  const tabled = await people.does(
    ...([first!.personId, 'tableMotion', 'TableMotionInput'] as const),
    {
      ...{ placeId: home.place.globalId, title: 'Pay the menders', tabledAs: 'RESIDENTS' },
      ...{ text: 'They mend for the old.', act: { awardGrant: { applicationId } } },
    },
    MOTION,
  );
  const motionId = told(tabled, 'motion.id');
  for (const { personId } of others)
    await people.does(personId, 'coSignMotion', 'CoSignMotionInput', { motionId }, MOTION);
  expect(await people.reads(motionId, '... on Motion { state coSignatures }')).toEqual({
    ...{ state: 'TABLED', coSignatures: 10 },
  });

  // The party organisation screens it: everybody shall be heard first.
  const [secretary] = assembly.party;
  const screening = { motionId, screening: 'ADMIT', reason: 'Many ask.', hearingFirst: true };
  await people.does(secretary.personId, 'screenMotion', 'ScreenMotionInput', screening, MOTION);
  const vote = { motionId, closesAt: after(12 * DAY).toISOString() };
  const early = await people.tries(
    ...([home.cadre.id, 'putMotionToVote', 'PutMotionToVoteInput', vote, MOTION] as const),
  );
  expect(early.userErrors).toMatchObject([{ code: 'HEARING_FIRST' }]);

  // The hearing.
  const convened = await people.does(
    ...([home.cadre.id, 'conveneMeeting', 'ConveneMeetingInput'] as const),
    {
      ...{ kind: 'HEARING', placeId: home.place.globalId, motionId, title: 'Pay the menders?' },
      ...{ agenda: 'The menders tell; questions.', venue: 'The hall', durationMinutes: 90 },
      startsAt: after(9 * DAY).toISOString(),
    },
    'meeting { id }',
  );
  const meetingId = told(convened, 'meeting.id');
  itIs(after(9 * DAY + HOUR / 2));
  for (const { personId } of assembly.residents.slice(0, 4))
    await people.does(
      personId,
      'attendMeeting',
      'AttendMeetingInput',
      { meetingId },
      'attendance { __typename }',
    );
  itIs(after(9 * DAY + 2 * HOUR));
  await people.does(
    home.cadre.id,
    'closeMeeting',
    'CloseMeetingInput',
    { meetingId },
    'meeting { id }',
  );

  // Twenty-one members, of whom seventeen vote in secret: eleven are in favour.
  const opened = await people.does(
    home.cadre.id,
    'putMotionToVote',
    'PutMotionToVoteInput',
    vote,
    MOTION,
  );
  const ballot = {
    id: told(opened, 'motion.ballots.0.id'),
    publicKey: told(opened, 'motion.ballots.0.publicKey'),
  };
  const choices = [
    ...Array.from({ length: 11 }, () => '赞成'),
    ...['反对', '反对', '反对', '弃权', '弃权', '弃权'],
  ];
  const tokens: string[] = [];
  for (const [n, choice] of choices.entries())
    tokens.push(await voteInSecret(ballot, assembly.members[n]!, choice));
  expect(await people.reads(ballot.id, '... on Ballot { outcome { outcome } }')).toEqual({
    outcome: null,
  });
  itIs(after(12 * DAY + HOUR));
  const concluded = await people.does(
    ...([home.cadre.id, 'concludeMotion', 'ConcludeMotionInput', { motionId }, MOTION] as const),
  );
  expect(told(concluded, 'motion.state')).toBe('PASSED');
  const resolutionId = told(concluded, 'motion.resolutions.0.id');
  const shown = await people.reads(
    resolutionId,
    `... on Resolution { number state noticeUntil motion { title text act { name } }
       ballot { outcome { base quorumNeeded tookPart passNeeded inFavour outcome } } }`,
  );
  expect(shown).toMatchObject({
    ...{ number: 1, state: 'ADOPTED' },
    motion: { title: 'Pay the menders', act: { name: 'awardGrant' } },
    ballot: {
      outcome: {
        ...{ base: 21, quorumNeeded: 17, tookPart: 17, passNeeded: 11, inFavour: 11 },
        outcome: 'PASSED',
      },
    },
  });
  // Each voter finds their own.
  const found = await people.reads(
    ballot.id,
    `... on Ballot { vote(token: ${JSON.stringify(tokens[12])}) { choice } }`,
  );
  expect(found).toEqual({ vote: { choice: '反对' } });

  // It is shown for seven days; somebody objects, and is answered.
  const objection = await people.does(
    ...([
      assembly.residents[11]!.personId,
      'objectToResolution',
      'ObjectToResolutionInput',
    ] as const),
    { resolutionId, text: 'Why not the cleaners?' },
    'objection { id }',
  );
  const execution = { resolutionId, idempotencyKey: 'execute-0001' };
  const executes = () =>
    people.tries(
      ...([home.cadre.id, 'executeResolution', 'ExecuteResolutionInput', execution] as const),
      'resolution { state } notDone { code }',
    );
  expect((await executes()).userErrors).toMatchObject([{ code: 'NOTICE_RUNS' }]);
  itIs(after(20 * DAY));
  expect((await executes()).userErrors).toMatchObject([{ code: 'OBJECTION_WAITING' }]);
  const answer = {
    objectionId: told(objection, 'objection.id'),
    upheld: false,
    answer: 'They asked not.',
  };
  await people.does(
    ...([secretary.personId, 'answerObjection', 'AnswerObjectionInput', answer] as const),
    'objection { upheld }',
  );
  expect(await executes()).toMatchObject({ resolution: { state: 'EXECUTED' }, notDone: null });
  expect(await executes()).toMatchObject({ resolution: { state: 'EXECUTED' }, notDone: null });
  expect(await figuresOf(dataSource, pool)).toEqual([100_000n, 70_000n, 30_000n, 0n]);

  // And the menders are paid, by two people.
  const trancheId = told(asked, 'application.tranches.0.id');
  await people.does(
    ...([home.secretary.id, 'requestDisbursement', 'RequestDisbursementInput'] as const),
    { trancheId },
    'tranche { state }',
  );
  await people.does(
    ...([home.treasurer.id, 'disburseTranche', 'DisburseTrancheInput'] as const),
    { trancheId, idempotencyKey: 'disburse-001' },
    'tranche { state }',
  );
  expect(await figuresOf(dataSource, pool)).toEqual([100_000n, 70_000n, 10_000n, 20_000n]);
  expect(await runChecks(dataSource, CHECKS)).toEqual([]);
});
