import { Alert, Flex, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Count } from '../../kit/figures';
import { Bar } from '../parts/bar';
import { Part } from '../../kit/part';
import type { BallotShown } from './ballot-shown';

type Rule = NonNullable<BallotShown['rule']>;

/** "at least 4/5", "more than 1/2": a share as people say it. */
const shareInWords = ({ num, den, strict }: Rule['quorum'], t: TFunction) =>
  t(strict ? 'me.share.more' : 'me.share.least', { share: `${num}/${den}` });

/** What a ballot decides by, in a sentence. */
export function ruleInWords({ quorum, passes, passesOf, inFavour }: Rule, t: TFunction): string {
  return t(`me.rule.${passesOf}`, {
    quorum: shareInWords(quorum, t),
    passes: shareInWords(passes, t),
    inFavour,
  });
}

/** What was voted for each choice, and what follows from it by the rule. */
export function Outcome({
  ballot: { result, tookPart, outcome },
}: {
  readonly ballot: BallotShown;
}) {
  const { t } = useTranslation();
  const whole = Math.max(1, tookPart ?? 1);
  return (
    <Part title={t('me.result')}>
      {outcome && (
        <Alert
          type={outcome.outcome === 'PASSED' ? 'success' : 'info'}
          showIcon
          title={t(`me.outcome.${outcome.outcome}`)}
          description={t('me.outcome.figures', { ...outcome })}
        />
      )}
      <Flex vertical gap="small" role="list">
        {(result ?? []).map(({ choice, votes, onPaper }) => (
          <div key={choice} role="listitem">
            <Flex justify="space-between" gap="small">
              <Typography.Text strong>{choice}</Typography.Text>
              <Typography.Text>
                <Count of={votes} />
                {onPaper > 0 && ` · ${t('me.result.on-paper', { count: onPaper })}`}
              </Typography.Text>
            </Flex>
            <Bar percent={Math.round((100 * votes) / whole)} says={`${choice}: ${votes}`} />
          </div>
        ))}
      </Flex>
      <Typography.Text type="secondary">
        {t('me.result.took-part', { count: tookPart ?? 0 })}
      </Typography.Text>
    </Part>
  );
}
