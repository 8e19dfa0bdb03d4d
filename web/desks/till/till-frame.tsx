import { Alert, Button, Flex, Typography } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { moment } from '../../kit/figures';
import { DeskMenu } from '../kit/desk-menu';
import { useLanguage } from '../kit/figures';
import { useTill } from './at-store';
import { useMinutesFast } from './device/clock';
import { useKeeps } from './device/keeping';
import { useReached } from './device/network';
import { useQueue } from './device/queue';
import { lookForServer } from './device/stores';
import { forgetSent, sendQueue, useSending, useSent } from './device/sync';
import { Mark } from './mark';
import { NewVersion } from './new-version';

const PAGES = [
  ...(['', 'slips', 'tasks', 'shift', 'intake', 'gifts', 'lots'] as const),
  ...(['transfers', 'stock-takes', 'goods'] as const),
];

/** What is for storekeepers alone. */
const KEPT = ['statements'] as const;

/** What waits is tried again this often, besides as soon as the network is back. */
const OFTEN_MS = 20_000;

/** A server that was not reached is looked for this often, though nothing waits to be sent. */
const LOOK_MS = 5_000;

/** Around every page of the till: where one stands, the ways on, and what has not been sent. */
export function TillFrame() {
  const { t } = useTranslation();
  const { store, leave } = useTill();
  useSendingOften();
  useLookingForServer();
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" wrap align="center" justify="space-between" className="no-print">
        <Flex gap="small" align="center" wrap>
          <Typography.Text strong className="till-store">
            {store.name}
          </Typography.Text>
          {leave && (
            <Button size="small" onClick={leave}>
              {t('till.other-store')}
            </Button>
          )}
        </Flex>
        <NetworkState />
      </Flex>
      <DeskMenu
        pages={[...PAGES, ...(store.runs ? KEPT : [])].map((page) => ({
          ...{ to: `/till${page && `/${page}`}`, end: page !== 'statements' },
          label: t(`till.page.${page || 'counter'}`),
        }))}
      />
      <DeviceNotice />
      <SentNotice />
      <NewVersion />
      <Outlet />
    </Flex>
  );
}

/** Sends what waits: at once, when the network is back, and every now and then. */
function useSendingOften(): void {
  const { personId } = useTill();
  const isReached = useReached();
  useEffect(() => {
    const send = () => void sendQueue(personId);
    send();
    const often = setInterval(send, OFTEN_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(often);
      window.removeEventListener('online', send);
    };
  }, [personId, isReached]);
}

/** A network may be there and the server not: nobody tells us when it is back. */
function useLookingForServer(): void {
  const isReached = useReached();
  useEffect(() => {
    if (isReached) return;
    const often = setInterval(() => void lookForServer(), LOOK_MS);
    return () => clearInterval(often);
  }, [isReached]);
}

/** Whether there is a network, and how much waits since when; leads to what waits. */
function NetworkState() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { personId, store } = useTill();
  const isReached = useReached();
  const isSending = useSending();
  const waiting = useQueue();
  const [oldest] = waiting;
  return (
    <Flex gap="small" align="center" wrap role="status">
      <Mark as={isReached ? 'good' : 'careful'}>{t(`till.${isReached ? 'on' : 'off'}`)}</Mark>
      {oldest && (
        <>
          <NavLink to="/till/waiting">
            {t('till.waiting', {
              count: waiting.length,
              since: moment(oldest.occurredAt, language, store.place.timeZone),
            })}
          </NavLink>
          {waiting.some((each) => each.personId === personId) && (
            <Button size="small" loading={isSending} onClick={() => void sendQueue(personId)}>
              {t('till.send-now')}
            </Button>
          )}
        </>
      )}
    </Flex>
  );
}

/** What is the matter with the device itself: it keeps nothing, or its clock is wrong. */
function DeviceNotice() {
  const { t } = useTranslation();
  const keeps = useKeeps();
  const minutes = useMinutesFast();
  return (
    <>
      {!keeps && <Alert type="warning" showIcon role="alert" title={t('till.keeps-nothing')} />}
      {minutes !== 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t(minutes > 0 ? 'till.clock.fast' : 'till.clock.slow', {
            count: Math.abs(minutes),
          })}
        />
      )}
    </>
  );
}

/** What became of what was sent: recorded, or a task for the storekeeper. */
function SentNotice() {
  const { t } = useTranslation();
  const sent = useSent();
  if (!sent) return null;
  return (
    <Alert
      type={sent.tasks > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      closable={{ onClose: forgetSent, 'aria-label': t('till.close') }}
      title={t('till.sent', { count: sent.recorded })}
      description={
        sent.tasks > 0 && (
          <NavLink to="/till/tasks">{t('till.sent-tasks', { count: sent.tasks })}</NavLink>
        )
      }
    />
  );
}
