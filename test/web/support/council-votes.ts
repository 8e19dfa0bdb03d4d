import type { DataSource } from 'typeorm';
import { Stage } from '../../../seeds/stage';
import { recordPaperBox } from '../../../src/ballots/record-paper-box';
import { witnessPaperBox } from '../../../src/ballots/witness-paper-box';
import { toGlobalId } from '../../../src/kernel/global-id';

type Row = Readonly<Record<string, string>>;

/**
 * All members of a council put papers in a box, in favour of a motion; the cadre counts them, and
 * the officer does again. Then the last moment to vote is past.
 */
export async function voteInTheRoom(source: DataSource, title: string): Promise<void> {
  const demo = new Stage(source, new Date());
  const personOf = async (login: string) => {
    const [person] = await source.query<Row[]>('select id from person where login = $1', [login]);
    return person?.id ?? null;
  };
  const electors = await source.query<Row[]>(
    `select elector.resident_id as resident, ballot.id, ballot.community_id as community
     from ballot join ballot_elector elector on elector.community_id = ballot.community_id
       and elector.ballot_id = ballot.id
     where ballot.question = $1`,
    [title],
  );
  const [{ id = '', community = '' } = {}] = electors;
  const ballotId = toGlobalId('Ballot', community, id);
  const takers = electors.map(({ resident = '' }) => toGlobalId('Resident', community, resident));
  const counts = { counts: [electors.length, 0, 0] };
  const box = { ballotId, place: '议事厅', takers, ...counts };
  const made = await demo.as(await personOf('cadre'), recordPaperBox, box);
  const again = { paperBoxId: toGlobalId('PaperBox', community, made.id), ...counts };
  await demo.as(await personOf('officer'), witnessPaperBox, again);
  await source.query(
    `update ballot set opened_at = opened_at - interval '10 days',
       closes_at = closes_at - interval '10 days' where id = $1`,
    [id],
  );
}
