import type { PlaceRow } from '../src/society/place.entity';
import type { CommunityCast, Team } from './cast';

/** A courtyard with who acts for it. */
export interface Yard {
  readonly community: CommunityCast;
  readonly place: PlaceRow;
  readonly team: Team;
  readonly leader: string;
  /** Residents of the courtyard, one of each of some households; the other ages among them. */
  readonly residents: readonly string[];
}
