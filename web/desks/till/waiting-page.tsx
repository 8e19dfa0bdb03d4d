import { Alert, Button, Flex, Popconfirm, Typography } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Moment } from '../kit/figures';
import { Nothing, Page } from '../kit/shown';
import { useTill } from './at-store';
import { leaveQueue, useQueue, type Waiting } from './device/queue';
import { sendQueue, useSending } from './device/sync';

/** What was done here and has not been sent: nothing of it is lost. */
export function WaitingPage() {
  const { t } = useTranslation();
  const { personId, store } = useTill();
  const waiting = useQueue();
  const isSending = useSending();
  const own = waiting.filter((each) => each.personId === personId);
  const others = waiting.filter((each) => each.personId !== personId && each.storeId === store.id);
  const actions = (
    <>
      {others.length > 0 && (
        <Popconfirm
          title={t('till.send-all.effect', { count: others.length })}
          okText={t('till.send-all')}
          cancelText={t('desk.cancel')}
          onConfirm={() => void sendQueue(personId, store.id)}
        >
          <Button>{t('till.send-all')}</Button>
        </Popconfirm>
      )}
      <Button
        type="primary"
        loading={isSending}
        disabled={own.length === 0}
        onClick={() => void sendQueue(personId)}
      >
        {t('till.send-now')}
      </Button>
    </>
  );
  return (
    <Page title={t('till.waiting.title')} actions={actions}>
      <Typography.Text>{t('till.waiting.says')}</Typography.Text>
      {waiting.length === 0 ? (
        <Nothing says={t('till.waiting.none')} />
      ) : (
        <ul className="till-cards">
          {waiting.map((each) => (
            <WaitingCard key={each.key} waiting={each} isOwn={each.personId === personId} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function WaitingCard({ waiting, isOwn }: { readonly waiting: Waiting; readonly isOwn: boolean }) {
  const { t } = useTranslation();
  const { store, shelf } = useTill();
  const { key, occurredAt, lines, credits, problem, storeId } = waiting;
  // What another has handed out is not thrown away by whoever comes next, but by the storekeeper.
  const mayDrop = isOwn || (store.runs && storeId === store.id);
  const names = useMemo(
    () => new Map((shelf.shelf?.goods ?? []).map(({ id, name }) => [id, name])),
    [shelf.shelf],
  );
  return (
    <li className="till-card">
      <Flex justify="space-between" gap="small" wrap>
        <Flex gap="small" wrap>
          <Moment of={occurredAt} timeZone={store.place.timeZone} />
          {!isOwn && <span>{t('till.waiting.other')}</span>}
          {storeId !== store.id && <span>{t('till.waiting.other-store')}</span>}
        </Flex>
        <span>
          <Count of={credits} /> {t('till.credits')}
        </span>
      </Flex>
      <Typography.Text>
        {lines
          .map(
            (line) => `${names.get(line.productId) ?? t('till.unknown-goods')} × ${line.quantity}`,
          )
          .join(' · ')}
      </Typography.Text>
      {problem && (
        <Alert
          type="warning"
          showIcon
          title={problem}
          action={
            mayDrop && (
              <Popconfirm
                title={t('till.waiting.drop.effect')}
                okText={t('till.waiting.drop')}
                cancelText={t('desk.cancel')}
                onConfirm={() => void leaveQueue([key])}
              >
                <Button danger>{t('till.waiting.drop')}</Button>
              </Popconfirm>
            )
          }
        />
      )}
    </li>
  );
}
