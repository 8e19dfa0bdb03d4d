import { DEMO_PASSWORD } from '../demo-people';
import type { Neighbourhood } from './neighbourhood';
import { Voice } from './voice';

/** Who is new in each telling: so the story can be told again on the same books. */
export interface Newcomers {
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly team: { readonly id: string; readonly name: string };
  readonly director: Voice;
  readonly bookkeeper: Voice;
  readonly leader: Voice;
  readonly member: Voice;
  /** The member as a resident, who serves. */
  readonly residentId: string;
}

/**
 * The officer registers an enterprise and a residents' team; two neighbours move in and join it.
 */
export async function arrive(url: string, at: Neighbourhood, run: string): Promise<Newcomers> {
  const { officer, cadre } = at.voices;
  const enterprise = await register(officer, 'SOCIAL_ENTERPRISE', `邻里豆腐坊 ${run}`, at.id);
  const team = await register(officer, 'SELF_ORGANISATION', `助老跑腿队 ${run}`, at.id);
  const { households } = await cadre.does<{
    households: { residents: { id: string }[] }[];
  }>(
    'registerHouseholds',
    {
      communityId: at.id,
      households: [
        {
          address: `故事楼 ${run}`,
          residents: [{ name: '林小禾' }, { name: '周大年' }],
        },
      ],
    },
    'households { residents { id } }',
  );
  const [leads = '', serves = ''] = households[0]?.residents.map(({ id }) => id) ?? [];
  const stranger = new Voice(url);
  const enter = async (login: string) => await stranger.signIn(login, DEMO_PASSWORD);
  const hire = async (name: string, role: string) => {
    const login = `${role}.${run}`.toLowerCase();
    const { person } = await officer.does<{ person: { id: string } }>(
      'registerPerson',
      { name, login, password: DEMO_PASSWORD },
      'person { id }',
    );
    await appoint(officer, enterprise.id, role, { personId: person.id });
    return await enter(login);
  };
  const join = async (residentId: string, role: string) => {
    const login = `${role}.${run}`.toLowerCase();
    await appoint(officer, team.id, role, { residentId });
    await cadre.does('giveLogin', { residentId, login, password: DEMO_PASSWORD }, 'person { id }');
    return await enter(login);
  };
  return {
    enterprise,
    team,
    director: await hire('何文秀', 'DIRECTOR'),
    bookkeeper: await hire('沈一帆', 'BOOKKEEPER'),
    leader: await join(leads, 'LEADER'),
    member: await join(serves, 'MEMBER'),
    residentId: serves,
  };
}

async function register(officer: Voice, kind: string, name: string, placeId: string) {
  const { organisation } = await officer.does<{ organisation: { id: string; name: string } }>(
    'registerOrganisation',
    { kind, name, placeId },
    'organisation { id name }',
  );
  return organisation;
}

async function appoint(
  officer: Voice,
  organisationId: string,
  role: string,
  who: { personId: string } | { residentId: string },
): Promise<void> {
  const input = { organisationId, role, validFrom: '2025-01-01', ...who };
  await officer.does('appointMember', input, 'membership { id }');
}
