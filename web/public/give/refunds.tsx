import { day, money } from '../../kit/figures';
import type { Visit } from '../page';
import { dayIn } from './days';
import type { Gift } from './way';

/** What of a gift goes back, and how far that is. */
export function Refunds({ gift, visit }: { readonly gift: Gift; readonly visit: Visit }) {
  const { refunds, pool } = gift;
  const { t, language } = visit;
  if (refunds.length === 0) return null;
  return (
    <section aria-labelledby="refunds">
      <h2 id="refunds">{t('gift.refunds')}</h2>
      <ul className="give-gifts">
        {refunds.map(({ id, state, requestedAt, amount }) => (
          <li key={id}>
            <p className="give-line">
              <span>{t(`gift.refund.${state}`)}</span>
              <span>{money(amount, language)}</span>
            </p>
            <p className="give-soft">
              {day(dayIn(pool.place.timeZone, new Date(requestedAt)), language)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
