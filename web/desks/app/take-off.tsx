import { Alert, Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptVote } from '../me/ballots/device/kept-vote';

export type Receipts = readonly KeptVote[];

/** What keeps votes on the device is loaded only when somebody leaves it. */
const shelf = () => import('../me/ballots/device/kept-vote');

/** The receipts of votes in the box that this device keeps for a person. */
export async function receiptsOf(personId: string): Promise<Receipts> {
  try {
    const { keptVotes } = await shelf();
    return (await keptVotes(personId)).filter(({ isCast }) => isCast);
  } catch {
    // A browser that keeps nothing has nothing to take off.
    return [];
  }
}

/**
 * Asks whoever leaves a device whether the receipts of their votes stay on it. A vote that is not
 * in the box yet is never taken off: nobody could cast it any more.
 */
export function TakeOff(props: {
  readonly receipts: Receipts;
  readonly leave: () => void;
  readonly stay: () => void;
}) {
  const { receipts, leave, stay } = props;
  const { t } = useTranslation();
  const [hasFailed, setFailed] = useState(false);
  const takeOff = async () => {
    setFailed(false);
    try {
      const { forgetVote } = await shelf();
      for (const { ballotId, personId } of receipts) await forgetVote(ballotId, personId);
      leave();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Modal
      open={receipts.length > 0}
      title={t('leave.receipts', { count: receipts.length })}
      onCancel={stay}
      footer={
        <Flex gap="small" wrap justify="end">
          <Button onClick={stay}>{t('desk.cancel')}</Button>
          <Button onClick={leave}>{t('leave.keep')}</Button>
          <Button type="primary" onClick={() => void takeOff()}>
            {t('leave.take-off')}
          </Button>
        </Flex>
      }
    >
      <Flex vertical gap="small">
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {receipts.map(({ ballotId, question }) => (
            <li key={ballotId}>{question}</li>
          ))}
        </ul>
        <span>{t('leave.keep.says')}</span>
        <span>{t('leave.take-off.says')}</span>
        {hasFailed && <Alert type="error" showIcon role="alert" title={t('leave.failed')} />}
      </Flex>
    </Modal>
  );
}
