import { GiftFollow } from '../../generated/operations';
import { page } from '../page';
import { DemoNotice } from './notices';

const LOOK_AGAIN_S = 3;

/** `/gifts/<token>/looking`: the giver is back, and nobody has said yet what came of it. */
export const lookingPage = page({
  path: '/gifts/:token/looking',
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
      again: { seconds: LOOK_AGAIN_S, path },
      body: (
        <div className="gift">
          <DemoNotice isDemo={donation.isDemo} t={t} />
          <p className="give-from">{donation.foundation.name}</p>
          <h1>{t('gift.looking')}</h1>
          <section className="gift-card">
            <p role="status">{t('gift.looking.says')}</p>
            <p>
              <a className="give-button quiet" href={path}>
                {t('gift.looking.now')}
              </a>
            </p>
          </section>
        </div>
      ),
    };
  },
});
