import { day, money } from '../../kit/figures';
import type { Visit } from '../page';
import type { Gifts } from './target';

/** Who gave lately, as far as they want to be named. */
export function LatestGifts({ gifts, visit }: { readonly gifts: Gifts; readonly visit: Visit }) {
  const { t, language } = visit;
  if (gifts.length === 0) return <p className="give-soft">{t('give.latest.none')}</p>;
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{t('give.latest')}</h2>
      <ul className="give-gifts">
        {gifts.map(({ node }, at) => (
          <li key={at}>
            <p className="give-line">
              <strong>{node.name ?? t('give.anonymous')}</strong>
              <span>{money(node.amount, language)}</span>
            </p>
            {node.message && <p>{node.message}</p>}
            <p className="give-soft">{day(node.paidOn, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
