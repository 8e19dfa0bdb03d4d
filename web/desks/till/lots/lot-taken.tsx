import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillLotTaken } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { useList } from '../../kit/use-list';
import { useRolesAt } from '../roles-at';
import type { Lot } from './lot-page';

/** Who took of what was called back, for the storekeeper who has to find them. */
export function LotTaken({ lot }: { readonly lot: Lot }) {
  return useRolesAt(lot.store.operator.id).runs ? <Taken lot={lot} /> : null;
}

function Taken({ lot }: { readonly lot: Lot }) {
  const { id, store } = lot;
  const { t } = useTranslation();
  const list = useList(TillLotTaken, { id }, ({ node }) => found(node)?.exchanges);
  return (
    <section aria-label={t('store.taken')}>
      <Typography.Title level={2} className="till-heading">
        {t('store.taken')}
      </Typography.Title>
      <Listed list={list} empty={<Typography.Text>{t('store.taken.none')}</Typography.Text>}>
        {(exchanges) => (
          <ul className="till-cards">
            {exchanges.map(({ id: key, number, occurredAt, resident }) => (
              <li key={key} className="till-card">
                <Flex gap="small" wrap>
                  <strong>{resident.displayName}</strong>
                  <Moment of={occurredAt} timeZone={store.place.timeZone} />
                  <span>{number}</span>
                </Flex>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
}
