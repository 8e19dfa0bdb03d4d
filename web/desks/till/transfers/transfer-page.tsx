import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TillTransfer, type TillTransferQuery } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useBase } from '../base';
import { LinkButton } from '../link-button';
import { LotDay } from '../lots/lot-day';
import { ReceiveTransfer } from './receive-transfer';
import { TransferActs } from './transfer-acts';
import { TransferTag } from './transfer-tag';

export type Transfer = Found<TillTransferQuery['node']>;

/** One transfer: what was sent, what arrived, and what has to be done next by whom. */
export function TransferPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const base = useBase();
  const read = useRead(TillTransfer, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const transfer = found(node);
        if (!transfer) return <Nothing says={t('desk.not-here')} />;
        const { from, to, state } = transfer;
        return (
          <Page
            title={
              <Flex gap="small" align="center" wrap>
                {t('store.transfer.of', { from: from.name, to: to.name })}
                <TransferTag state={state} />
              </Flex>
            }
            actions={
              base === '/till' && (
                <LinkButton to="/till/transfers">{t('store.transfers')}</LinkButton>
              )
            }
          >
            <Story transfer={transfer} />
            <Lines transfer={transfer} />
            <ReceiveTransfer key={state} transfer={transfer} again={read.again} />
            <TransferActs transfer={transfer} again={read.again} />
          </Page>
        );
      }}
    </Shown>
  );
}

function Story({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useTranslation();
  const { sentBy, sentAt, note, receivedBy, receivedAt, receiptNote } = transfer;
  const { difference, endReason, blind } = transfer;
  return (
    <Flex vertical>
      <Typography.Text>
        {t('store.transfer.sent', { name: sentBy?.displayName ?? '' })} <Moment of={sentAt} />
        {note && ` · ${note}`}
        {blind && ` · ${t('store.transfer.blind')}`}
      </Typography.Text>
      {receivedBy && receivedAt && (
        <Typography.Text>
          {t('store.transfer.received', { name: receivedBy.displayName })}{' '}
          <Moment of={receivedAt} />
          {receiptNote && ` · ${receiptNote}`}
        </Typography.Text>
      )}
      {endReason && (
        <Typography.Text>
          {difference && `${t(`store.difference.${difference}`)} · `}
          {endReason}
        </Typography.Text>
      )}
    </Flex>
  );
}

function Lines({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useTranslation();
  return (
    <ul className="till-cards" aria-label={t('store.transfer.lines')}>
      {transfer.lines.map(({ lot, product, pieces, arrived }) => (
        <li key={lot.id} className="till-card">
          <Flex gap="small" wrap justify="space-between">
            <span>
              <strong>{product?.name}</strong> <LotDay expiresOn={lot.expiresOn} />
            </span>
            <span className="till-figure">
              {pieces === null
                ? t('store.transfer.unseen')
                : t('store.transfer.pieces', { count: pieces })}
              {arrived !== null && ` · ${t('store.transfer.arrived', { count: arrived })}`}
            </span>
          </Flex>
        </li>
      ))}
    </ul>
  );
}
