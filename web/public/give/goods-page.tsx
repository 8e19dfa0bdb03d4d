import { GoodsFollow } from '../../generated/operations';
import { count, day } from '../../kit/figures';
import { page, type Visit } from '../page';
import { Fact } from './gift-page';
import { GoodsParts, GoodsShares, type Goods } from './goods-parts';

/** `/goods/<token>`: what became of goods that were given, for whoever has their slip. */
export const goodsPage = page({
  path: '/goods/:token',
  isPrivate: true,
  asks: GoodsFollow,
  variables: ({ params }) => ({ followToken: params.token ?? '' }),
  draw: ({ givenGoods }, visit) =>
    givenGoods && {
      title: `${visit.t('goods.title')} · ${givenGoods.storeName}`,
      body: <Followed goods={givenGoods} visit={visit} />,
    },
});

type Part = { readonly goods: Goods; readonly visit: Visit };

function Followed({ goods, visit }: Part) {
  const { t, params, language } = visit;
  const slip = `/goods/${params.token}/slip.pdf?lang=${language === 'en' ? 'en' : 'zh'}`;
  return (
    <div className="gift">
      <p className="give-from">{goods.storeName}</p>
      <h1>{t('goods.title')}</h1>
      <About {...{ goods, visit }} />
      <GoodsShares {...{ goods, visit }} />
      {goods.kinds.map((kind, at) => (
        <GoodsParts key={at} {...{ kind, visit }} />
      ))}
      <p className="give-soft">{t('goods.note')}</p>
      <p className="no-print">
        <a className="give-button quiet" href={slip}>
          {t('goods.print')}
        </a>
      </p>
      <p className="give-soft">{t('goods.keep')}</p>
    </div>
  );
}

function About({ goods, visit }: Part) {
  const { t, language } = visit;
  const { number, giver, drive, credits, kinds, receivedOn } = goods;
  const whole = kinds.reduce((sum, { pieces }) => sum + pieces, 0);
  const says =
    credits === null
      ? t('goods.received')
      : t('goods.thanked', { count: credits, credits: count(credits, language) });
  return (
    <section className="gift-card">
      <p className="gift-amount">
        {t('goods.whole', { count: whole, pieces: count(whole, language) })}
      </p>
      <p className="gift-state done">{says}</p>
      <p className="give-soft">{day(receivedOn, language)}</p>
      <dl>
        <Fact name={t('goods.number')} fact={number} />
        <Fact name={t('gift.giver')} fact={giver ?? t('give.anonymous')} />
        {drive && <Fact name={t('goods.drive')} fact={`${drive.title} · ${drive.place}`} />}
      </dl>
    </section>
  );
}
