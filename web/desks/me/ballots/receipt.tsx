import { Alert, Button, Card, Flex, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetVote, type KeptVote } from './device/kept-vote';
import { findVote } from './device/vote';

type Found = readonly string[] | null | 'no-answer';

/** What this device keeps of a vote that lies in the box: with it, its voter finds it again. */
export function Receipt(props: { readonly kept: KeptVote; readonly done: () => void }) {
  const { kept, done } = props;
  const { t } = useTranslation();
  const [found, setFound] = useState<Found>();
  const [busy, setBusy] = useState(false);
  const look = () => {
    setBusy(true);
    void findVote(kept)
      .then((choices) => setFound(choices === undefined ? 'no-answer' : choices))
      .finally(() => setBusy(false));
  };
  const forget = () => void forgetVote(kept.ballotId, kept.personId).then(done);
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        <Alert type="success" showIcon title={t('me.vote.in-the-box')} />
        <Typography.Text>{t('me.vote.receipt.says')}</Typography.Text>
        <Typography.Text>
          {t('me.vote.receipt')} <Typography.Text code>{kept.token.slice(0, 8)}…</Typography.Text>
        </Typography.Text>
        {found !== undefined && <FoundVote found={found} />}
        <Flex gap="small" wrap>
          <Button type="primary" loading={busy} onClick={look}>
            {t('me.vote.check')}
          </Button>
          <Popconfirm
            title={t('me.vote.forget')}
            description={<div style={{ maxWidth: 260 }}>{t('me.vote.forget.says')}</div>}
            okText={t('me.vote.forget')}
            cancelText={t('desk.cancel')}
            onConfirm={forget}
          >
            <Button>{t('me.vote.forget')}</Button>
          </Popconfirm>
        </Flex>
      </Flex>
    </Card>
  );
}

function FoundVote({ found }: { readonly found: Found }) {
  const { t } = useTranslation();
  if (found === 'no-answer')
    return <Alert type="warning" showIcon role="alert" title={t('desk.no-network')} />;
  if (found === null)
    return <Alert type="error" showIcon role="alert" title={t('me.vote.not-found')} />;
  const choice = found.join('、') || t('me.ballot.none-marked');
  return <Alert type="info" showIcon role="alert" title={t('me.vote.found', { choice })} />;
}
