import { GiftFollow } from '../../generated/operations';
import { page } from '../page';
import { DemoNotice } from './notices';

/** So often a script looks again by itself: a minute. */
const MOST_LOOKS = 20;

/** `/gifts/<token>/looking`: the giver is back, and nobody has said yet what came of it. */
export const lookingPage = page({
  path: '/gifts/:token/looking',
  reads: ['looks'],
  isPrivate: true,
  asks: GiftFollow,
  variables: ({ params }) => ({ followToken: params.token ?? '' }),
  draw: ({ donation }, visit) => {
    if (!donation) return null;
    const { t, query, params } = visit;
    const looks = Number(query.looks) || 0;
    const path = `/gifts/${params.token}/return?looks=${looks + 1}`;
    return {
      title: t('gift.looking'),
      body: (
        <div className="gift">
          <DemoNotice isDemo={donation.isDemo} t={t} />
          <p className="give-from">{donation.foundation.name}</p>
          <h1>{t('gift.looking')}</h1>
          <section className="gift-card">
            <p role="status">{t('gift.looking.says')}</p>
            <p>
              <a
                className="give-button quiet"
                href={path}
                data-look-again={looks < MOST_LOOKS ? '' : undefined}
              >
                {t('gift.looking.now')}
              </a>
            </p>
          </section>
        </div>
      ),
    };
  },
});
