import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MeTakeToken } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Problems } from '../../kit/problems';
import { useAct } from '../../kit/use-act';
import { dropUnsigned, isKeyOfAll, takeToken, type Votable } from './device/vote';

/** The first step: this device chooses a token and has it signed without showing it. */
export function TakeToken(props: {
  readonly ballot: Votable;
  /** It was begun here before, and no answer came. */
  readonly isBegun: boolean;
  readonly done: () => void;
}) {
  const { ballot, isBegun, done } = props;
  const { t } = useTranslation();
  const { act, busy, problems, failure } = useAct(MeTakeToken);
  const me = useMe();
  const [trouble, setTrouble] = useState<'key' | 'answer' | 'device'>();
  const [isBusy, setBusy] = useState(false);
  const begin = async () => {
    setTrouble(undefined);
    const isOurs = await isKeyOfAll(ballot);
    if (isOurs === undefined) return setTrouble('answer');
    if (!isOurs) return setTrouble('key');
    const sign = async (blindedToken: string) =>
      (await act({ ballotId: ballot.id, blindedToken }))?.blindSignature ?? null;
    if (await takeToken(ballot, me.person.id, sign)) done();
  };
  const go = () => {
    setBusy(true);
    begin()
      .catch(() => setTrouble('device'))
      .finally(() => setBusy(false));
  };
  const isRefused = problems.length > 0;
  useEffect(() => {
    // No reason passes by itself: what was prepared here would only remind of nothing.
    if (isRefused) void dropUnsigned(ballot, me.person.id);
  }, [isRefused, ballot, me.person.id]);
  return (
    <Card size="small">
      <Flex vertical gap="middle">
        <Typography.Text strong>{t('me.vote.take.title')}</Typography.Text>
        <Typography.Text>{t(isBegun ? 'me.vote.take.begun' : 'me.vote.take.says')}</Typography.Text>
        {trouble && (
          <Alert type="error" showIcon role="alert" title={t(`me.vote.trouble.${trouble}`)} />
        )}
        <Problems problems={problems} failure={failure} />
        {isRefused ? (
          <Button onClick={done}>{t('me.vote.take.refused')}</Button>
        ) : (
          <Button type="primary" size="large" block loading={isBusy || busy} onClick={go}>
            {t(isBegun ? 'me.vote.take.again' : 'me.vote.take')}
          </Button>
        )}
      </Flex>
    </Card>
  );
}
