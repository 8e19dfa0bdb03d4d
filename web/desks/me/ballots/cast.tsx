import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from '../parts/bar';
import { Choices, isGivable } from './choices';
import type { KeptVote } from './device/kept-vote';
import { castVote, type Cast as Came, type Votable } from './device/vote';
import { useWait } from './wait';

interface Props {
  readonly ballot: Votable & { readonly choices: readonly string[] };
  readonly kept: KeptVote;
  readonly done: () => void;
}

/** The second step: what is chosen goes into the box a little later, and without a name. */
export function Cast({ ballot, kept, done }: Props) {
  const { t } = useTranslation();
  const [marked, setMarked] = useState<readonly string[]>(kept.marks ?? []);
  const [came, setCame] = useState<Came>();
  const [busy, setBusy] = useState(false);
  const put = () => {
    setBusy(true);
    castVote(ballot, kept, marked)
      .then((cast) => {
        setCame(cast);
        if (cast.came === 'in-the-box' || cast.came === 'another-is-in') done();
      })
      .catch(() => setCame({ came: 'no-answer' }))
      .finally(() => setBusy(false));
  };
  const wait = useWait(put);
  const isSent = kept.marks !== null || came?.came === 'no-answer';
  const isFixed = isSent || busy || wait.left !== null;
  const said = { choice: marked.join('、') || t('me.ballot.none-marked') };
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        <Typography.Text strong>{t('me.vote.cast.title')}</Typography.Text>
        {!isFixed && <Choices {...ballot} marked={marked} mark={setMarked} isFixed={false} />}
        {isSent && <Typography.Text>{t('me.vote.cast.again-says', said)}</Typography.Text>}
        {came && <Trouble came={came} />}
        {wait.left === null ? (
          <Button
            type="primary"
            size="large"
            block
            loading={busy}
            disabled={!isGivable(ballot.mostMarks, marked)}
            onClick={isSent ? put : wait.start}
          >
            {t(isSent ? 'me.vote.cast.again' : 'me.vote.cast')}
          </Button>
        ) : (
          <Waiting left={wait.left} said={said} now={() => (wait.stop(), put())} stop={wait.stop} />
        )}
        <Typography.Text type="secondary">{t('me.vote.cast.says')}</Typography.Text>
      </Flex>
    </Card>
  );
}

/** What did not go well, in words that say what to do. */
function Trouble({ came }: { readonly came: Came }) {
  const { t } = useTranslation();
  const title = came.came === 'refused' ? came.why : t(`me.vote.${came.came}`);
  return <Alert type="warning" showIcon role="alert" title={title} />;
}

/** The last look at what will be in the box: it can still be stopped. */
function Waiting(props: {
  readonly left: number;
  readonly said: { readonly choice: string };
  readonly now: () => void;
  readonly stop: () => void;
}) {
  const { left, said, now, stop } = props;
  const { t } = useTranslation();
  return (
    <Flex vertical gap="small" role="status">
      <Typography.Text strong>{t('me.vote.wait', said)}</Typography.Text>
      <Typography.Text>{t('me.vote.wait.says')}</Typography.Text>
      <Bar percent={100} says={t('me.vote.wait.left', { count: left })} moves />
      <Flex gap="small" wrap>
        <Button type="primary" onClick={now}>
          {t('me.vote.wait.now')}
        </Button>
        <Button onClick={stop}>{t('me.vote.wait.stop')}</Button>
      </Flex>
    </Flex>
  );
}
