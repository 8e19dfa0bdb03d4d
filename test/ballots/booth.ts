import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import type { Client } from '../stories/support/client';
import type { Polling } from './polling';

/** Where the people of a polling meet the API: over HTTP. */

/** Makes a resident one who can sign in; gives the person's id. */
export async function personFor(polling: Polling, { residences: [own] }: Actor): Promise<string> {
  const personId = newId();
  const values = [personId, own?.communityId, own?.residentId];
  await polling.database.dataSource.query(
    `insert into person (id, name, home_community_id, resident_id) values ($1, 'Voter', $2, $3)`,
    values,
  );
  await polling.database.dataSource.query(
    'update resident set person_id = $1 where community_id = $2 and id = $3',
    values,
  );
  return personId;
}

/** Asks for a mutation, and gives its payload or what the whole request was denied for. */
export async function act(
  who: Client,
  mutation: string,
  type: string,
  input: object,
  gives: string,
): Promise<Record<string, unknown>> {
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { ${gives} userErrors { code path message } } }`;
  const answer = await who.ask(query, { input });
  return (answer.data?.[mutation] ?? answer.errors[0]?.extensions) as Record<string, unknown>;
}
