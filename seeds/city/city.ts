import type { Request } from '../../src/kernel/request';
import type { OrganisationKind, Role } from '../../src/society/organisation.entity';
import { Dice } from '../dice';
import { fullName } from '../names';
import { CityIds } from './city-ids';
import { breathe, type CityTables } from './city-tables';
import { cityYear, type CityMonth } from './city-year';
import type { CitySize } from './size';

/** Since when everybody holds their role, and before all that happens. */
const SINCE = '2024-01-01';
const SINCE_MS = Date.parse(SINCE);

/** How many acts are done before PostgreSQL gets time to read. */
const BREATH = 1_000;

/** Something that happens at a moment. */
export interface Act {
  readonly at: number;
  readonly happens: () => void;
}

/** The city being built: its dice, its year, and the tables that take its rows. */
export class City {
  readonly dice = new Dice(2026);
  readonly ids = new CityIds(this.dice);
  readonly months: readonly CityMonth[];
  private acts = 0;

  constructor(
    readonly tables: CityTables,
    readonly size: CitySize,
    now: Date,
    /** Of the password that everybody with a login has. */
    private readonly passwordHash: string,
  ) {
    this.months = cityYear(now);
  }

  /** An id of something that was there before the year. */
  old(): string {
    return this.ids.at(SINCE_MS);
  }

  /** A client's request, with a key of its own. */
  asked(): Request {
    const fingerprint = Buffer.allocUnsafe(16);
    for (let at = 0; at < 16; at += 2) fingerprint.writeUInt16BE(this.dice.roll(65_536), at);
    return { key: `client/${this.ids.random()}`, fingerprint };
  }

  organisation(kind: OrganisationKind, name: string, placeId: string): string {
    const id = this.old();
    this.tables.organisation.write(id, kind, name, placeId);
    return id;
  }

  /** Someone with a role, as a resident or not; with a login, someone who can sign in. */
  member(
    organisationId: string,
    role: Role,
    login: string | null,
    resident?: { communityId: string; id: string; name: string },
  ): string {
    const id = this.old();
    const name = resident?.name ?? fullName(this.dice);
    const { person, membership, password } = this.tables;
    person.write(id, name, login, resident?.communityId ?? null, resident?.id ?? null);
    membership.write(this.old(), organisationId, id, role, SINCE, null);
    if (login) password.write(id, this.passwordHash, false);
    return id;
  }

  /** Lets acts happen in the order of time. */
  async play(acts: Act[]): Promise<void> {
    acts.sort((a, b) => a.at - b.at);
    for (const { happens } of acts) {
      happens();
      this.acts += 1;
      if (this.acts % BREATH === 0) await breathe(this.tables);
    }
  }
}
