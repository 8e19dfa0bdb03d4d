import type { OrganisationRow, OrganisationKind, Role } from '../src/society/organisation.entity';
import { toGlobalId } from '../src/kernel/global-id';
import { appointMember } from '../src/society/appoint-member';
import { registerOrganisation } from '../src/society/register-organisation';
import { registerPerson } from '../src/society/register-person';
import { DEMO_PASSWORD } from './demo-people';
import { fullName } from './names';
import { Dice } from './dice';
import { placeId } from './places';
import type { Stage } from './stage';

/** Since when everybody holds their role. */
export const SINCE = '2025-01-01';

const organisationId = ({ id }: OrganisationRow) => toGlobalId('Organisation', null, id);
const personId = ({ id }: { id: string }) => toGlobalId('Person', null, id);

/** Registers people and organisations. */
export class Register {
  private readonly dice = new Dice(2007);

  constructor(
    readonly stage: Stage,
    /** Who registers: null (the system) until there is an officer. */
    private officer: string | null = null,
  ) {}

  async organisation(
    kind: OrganisationKind,
    name: string,
    place: { id: string },
  ): Promise<OrganisationRow> {
    const input = { kind, name, placeId: placeId(place) };
    return await this.stage.as(this.officer, registerOrganisation, input);
  }

  /** Someone with a role; with a login, someone who can sign in to the demo. Returns their id. */
  async member(organisation: OrganisationRow, role: Role, login?: string): Promise<string> {
    const name = fullName(this.dice);
    const credentials = login ? { login, password: DEMO_PASSWORD } : {};
    const person = await this.stage.as(this.officer, registerPerson, { name, ...credentials });
    await this.stage.as(this.officer, appointMember, {
      organisationId: organisationId(organisation),
      role,
      personId: personId(person),
      validFrom: SINCE,
    });
    if (role === 'officer') this.officer = person.id;
    return person.id;
  }

  /** A resident joins an organisation. */
  async join(organisation: OrganisationRow, role: Role, residentId: string): Promise<void> {
    await this.stage.as(this.officer, appointMember, {
      organisationId: organisationId(organisation),
      role,
      residentId,
      validFrom: SINCE,
    });
  }
}
