import { useTranslation } from 'react-i18next';
import { MeExchanges } from '../../../generated/operations';
import { Count, Moment } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { Line, Listed } from '../parts/line';

/** What a resident took for credits, the latest first, each with its slip. */
export function ExchangesPage() {
  const { t } = useTranslation();
  const list = useList(MeExchanges, {}, ({ me }) => me?.residence?.exchanges);
  return (
    <Page title={t('me.exchanges')}>
      <Listed
        list={list}
        none={t('me.exchanges.none')}
        draw={({ id, number, occurredAt, credits, store, voided, lines, slip }) => (
          <Line
            key={id}
            title={lines.map(({ product, quantity }) => `${product.name} × ${quantity}`).join('、')}
            aside={
              <span>
                <Count of={credits} /> {t('me.credits')}
              </span>
            }
            {...(voided ? { state: t('me.exchanges.voided') } : {})}
            actions={
              <a href={slip} target="_blank" rel="noreferrer">
                {t('me.exchanges.slip', { number })}
              </a>
            }
          >
            {store.name} · <Moment of={occurredAt} />
            {voided && ` · ${voided.reason}`}
          </Line>
        )}
      />
    </Page>
  );
}
