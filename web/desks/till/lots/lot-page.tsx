import { Alert, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TillLot, type TillLotQuery } from '../../../generated/operations';
import { type Found, found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useBase } from '../base';
import { LinkButton } from '../link-button';
import { LotActs } from './lot-acts';
import { LotDay } from './lot-day';
import { LotTaken } from './lot-taken';

export type Lot = Found<TillLotQuery['node']>;

/** One lot: where it is from, what is left, and what can be done with it. */
export function LotPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const base = useBase();
  const read = useRead(TillLot, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const lot = found(node);
        if (!lot) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page
            title={lot.product.name}
            actions={base === '/till' && <LinkButton to="/till/lots">{t('store.lots')}</LinkButton>}
          >
            <LotFacts lot={lot} />
            <LotActs key={String(lot.recalledAt)} lot={lot} again={read.again} />
            {lot.recalledAt && <LotTaken lot={lot} />}
          </Page>
        );
      }}
    </Shown>
  );
}

function LotFacts({ lot }: { readonly lot: Lot }) {
  const { t } = useTranslation();
  const { stock, quantity, recalled, recalledAt, recallReason, expiresOn, product, thanks } = lot;
  const giver =
    lot.gift?.resident?.displayName ?? lot.donorOrganisation?.name ?? lot.donorName ?? null;
  return (
    <section className="till-card" aria-label={t('till.lot')}>
      <Flex gap="small" wrap>
        <span>{lot.store.name}</span>
        <LotDay expiresOn={expiresOn} />
        <span>{t(`till.source.${lot.source}`)}</span>
        {giver && <span>{giver}</span>}
      </Flex>
      <Typography.Text strong>
        {t('store.lot.left', { count: stock, of: quantity, unit: product.unit })}
      </Typography.Text>
      {thanks && !thanks.reversedAt && (
        <Typography.Text>
          {t(`store.lot.thanked.${thanks.thanks}`, {
            ...{ name: thanks.resident?.displayName ?? '', credits: thanks.credits ?? 0 },
          })}
        </Typography.Text>
      )}
      {recalledAt && (
        <Alert
          type="warning"
          showIcon
          title={t('store.lot.recalled.says', { reason: recallReason ?? '' })}
          description={t('store.lot.recalled.left', { count: recalled })}
        />
      )}
    </section>
  );
}
