import { MeOwnSeats } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { useWhole } from '../../kit/use-whole';

/** Whoever stands for a courtyard: an organisation, or a council. */
interface Body {
  readonly organisation: { readonly id: string } | null;
  readonly council: { readonly id: string } | null;
}

/** Tells for whom somebody acts: whose organisation they lead, or in whose council they sit. */
export function useActsFor(): (body: Body | null) => boolean {
  const { roles } = useMe();
  const { data: seats } = useWhole(MeOwnSeats, [{}], ({ me }) => me?.seats);
  const led = roles.filter(({ role }) => role === 'LEADER').map(({ organisation: { id } }) => id);
  const sat = (seats ?? []).map(({ council }) => council?.id);
  return (body) =>
    body !== null &&
    (body.organisation ? led.includes(body.organisation.id) : sat.includes(body.council?.id));
}
