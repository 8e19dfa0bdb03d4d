import { ballotById, type KnownBallot } from '../ballots/ballot.reader';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { motionById } from '../motions/motion.reader';
import type { FundStepEventRow } from './fund-step-event.entity';

/** A ballot as it was counted. */
export function counts(ballot: KnownBallot): object {
  const { question, choices, voteBy, kind, base, votes, paperVotes, closedAt } = ballot;
  return { question, choices, voteBy, kind, base, votes, paperVotes, closedAt };
}

/** What a project passed and where it was sent back, with what it had come to by then. */
export async function eventsWithSetAside(
  work: UnitOfWork,
  communityId: string,
  events: readonly FundStepEventRow[],
): Promise<object[]> {
  const named = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);
  const ballotIds = named(events.map(({ ballotId }) => ballotId));
  const motionIds = named(events.map(({ motionId }) => motionId));
  const ballots = await ballotById.read(work.db, communityId, ballotIds);
  const motions = await motionById.read(work.db, communityId, motionIds);
  return events.map(({ kind, step, toStep, reason, at, urgency, ballotId, motionId }) => {
    const ballot = ballots.find(({ id }) => id === ballotId);
    const motion = motions.find(({ id }) => id === motionId);
    return {
      ...{ kind, step, toStep, reason, at },
      ...(kind === 'sent_back' && {
        setAside: {
          ...{ urgency, opinions: ballot ? counts(ballot) : null },
          motion: motion ? { title: motion.title, text: motion.text, state: motion.state } : null,
        },
      }),
    };
  });
}
