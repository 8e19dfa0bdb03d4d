import type { GiveAskedFragment } from '../../generated/operations';
import { count, day } from '../../kit/figures';
import type { Visit } from '../page';
import { dayBefore, daysUntil } from './days';
import { Progress } from './progress';

/** How far a campaign has come, and how long it goes on. */
export function AskedFacts(props: { readonly campaign: GiveAskedFragment; readonly visit: Visit }) {
  const { campaign, visit } = props;
  const { raised, goal, giftCount } = campaign;
  const { t, language } = visit;
  const gifts = t('give.gifts', { count: giftCount, gifts: count(giftCount, language) });
  return (
    <>
      <Progress raised={raised} goal={goal} visit={visit} />
      <p className="give-facts">
        <span>{gifts}</span>
        <span>{whenOf(campaign, visit)}</span>
      </p>
    </>
  );
}

/** How long a campaign goes on, or when it begins or ended. */
function whenOf({ state, startsOn, endsOn, pool }: GiveAskedFragment, { t, language }: Visit) {
  if (state === 'ENDED') return t('give.over');
  if (state === 'UPCOMING') return t('give.begins', { day: day(startsOn, language) });
  if (endsOn === null) return t('give.open-ended');
  const left = daysUntil(endsOn, pool.place.timeZone, new Date());
  return t('give.days', { count: left, day: day(dayBefore(endsOn), language) });
}
