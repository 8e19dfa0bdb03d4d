import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TillComing, TillSent, type TillTransferLineFragment } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Part } from '../../kit/part';
import { Page } from '../../kit/shown';
import { type List, useList } from '../../kit/use-list';
import { useTill } from '../at-store';
import { LinkButton } from '../link-button';
import { TransferTag } from './transfer-tag';

/** What comes from other stores and what goes to them, the last first. */
export function TransfersPage() {
  const { t } = useTranslation();
  const { store } = useTill();
  const { id: storeId } = store;
  const coming = useList(TillComing, { storeId }, ({ node }) => found(node)?.transfersIn);
  const sent = useList(TillSent, { storeId }, ({ node }) => found(node)?.transfersOut);
  const actions = store.runs && (
    <LinkButton to="/till/transfers/new" type="primary">
      {t('store.send')}
    </LinkButton>
  );
  return (
    <Page title={t('store.transfers')} actions={actions}>
      <Part title={t('store.coming')}>
        <Transfers list={coming} other="from" none={t('store.coming.none')} />
      </Part>
      <Part title={t('store.sent')}>
        <Transfers list={sent} other="to" none={t('store.sent.none')} />
      </Part>
    </Page>
  );
}

function Transfers(props: {
  readonly list: List<TillTransferLineFragment>;
  readonly other: 'from' | 'to';
  readonly none: string;
}) {
  const { list, other, none } = props;
  const { timeZone } = useTill().store.place;
  return (
    <Listed list={list} empty={none}>
      {(transfers) => (
        <ul className="till-cards">
          {transfers.map((transfer) => (
            <li key={transfer.id} className="till-card">
              <Flex gap="small" wrap align="center">
                <Link to={`/till/transfers/${transfer.id}`}>
                  <strong>{transfer[other].name}</strong>
                </Link>
                <Moment of={transfer.sentAt} timeZone={timeZone} />
                <TransferTag state={transfer.state} />
              </Flex>
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}
