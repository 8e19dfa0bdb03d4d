import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MeCastByName } from '../../../generated/operations';
import { Problems } from '../../kit/problems';
import { useAct } from '../../kit/use-act';
import type { BallotShown } from './ballot-shown';
import { Choices, isGivable } from './choices';

/** A vote with one's name on it (记名): chosen, looked at once more, and given. */
export function NamedVote(props: { readonly ballot: BallotShown; readonly again: () => void }) {
  const { ballot } = props;
  const { t } = useTranslation();
  const { me } = ballot;
  if (me?.rollCallMarks) {
    const choice = me.rollCallMarks.join('、') || t('me.ballot.none-marked');
    return <Alert type="success" showIcon title={t('me.named.done', { choice })} />;
  }
  if (!ballot.isOpen) return <Alert type="info" showIcon title={t('me.vote.over')} />;
  if (!me) return <Alert type="info" showIcon title={t('me.vote.not-on-roll')} />;
  if (me.recused) return <Alert type="info" showIcon title={t('me.vote.aside')} />;
  if (me.paperTaken) return <Alert type="info" showIcon title={t('me.vote.paper')} />;
  return <GiveNamed {...props} />;
}

function GiveNamed({
  ballot: { id, choices, mostMarks },
  again,
}: {
  readonly ballot: BallotShown;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const { act, busy, problems, failure } = useAct(MeCastByName);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [isSure, setSure] = useState(false);
  const choice = marked.join('、') || t('me.ballot.none-marked');
  const give = async () => {
    const said = mostMarks === null ? { choice: marked[0] ?? '' } : { marks: [...marked] };
    if (await act({ ballotId: id, ...said })) again();
  };
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        <Typography.Text strong>{t('me.named.title')}</Typography.Text>
        <Choices {...{ choices, mostMarks, marked }} mark={setMarked} isFixed={isSure || busy} />
        <Problems problems={problems} failure={failure} />
        {isSure ? (
          <Flex vertical gap="small" role="status">
            <Typography.Text>{t('me.named.effect', { choice })}</Typography.Text>
            <Flex gap="small">
              <Button type="primary" loading={busy} onClick={() => void give()}>
                {t('me.named.give')}
              </Button>
              <Button onClick={() => setSure(false)}>{t('me.vote.wait.stop')}</Button>
            </Flex>
          </Flex>
        ) : (
          <Button
            type="primary"
            size="large"
            block
            disabled={!isGivable(mostMarks, marked)}
            onClick={() => setSure(true)}
          >
            {t('me.named.go')}
          </Button>
        )}
      </Flex>
    </Card>
  );
}
