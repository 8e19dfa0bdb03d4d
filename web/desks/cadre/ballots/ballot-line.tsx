import { Card, Flex, Progress, Tag, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CadreBallotLineFragment } from '../../../generated/operations';
import { Moment } from '../../kit/figures';

type Of = { readonly ballot: CadreBallotLineFragment };

/** A ballot in short: open until when, or what it came to with its arithmetic. */
export function BallotLine({ ballot }: Of) {
  const { t } = useTranslation();
  const { id, kind, openedAt, closesAt, closedAt, onRoll, tookPart, aside, vacant } = ballot;
  return (
    <Card size="small">
      <Flex vertical gap="small">
        <Flex justify="space-between" gap="small" wrap>
          <Link to={`/cadre/ballots/${id}`}>
            <Moment of={openedAt} /> – <Moment of={closesAt} />
          </Link>
          <Tag variant="outlined">
            {ballot.outcome
              ? t(`cadre.outcome.${ballot.outcome.outcome}`)
              : t(closedAt ? 'cadre.ballot.counted' : 'cadre.ballot.open')}
          </Tag>
        </Flex>
        <Typography.Text type="secondary">
          {t(`cadre.ballot-kind.${kind}`)} · {t('cadre.on-roll', { count: onRoll })}
          {aside > 0 && ` · ${t('cadre.aside', { count: aside })}`}
          {vacant > 0 && ` · ${t('cadre.vacant', { count: vacant })}`}
          {tookPart !== null && ` · ${t('cadre.took-part', { count: tookPart })}`}
        </Typography.Text>
        <Result ballot={ballot} />
      </Flex>
    </Card>
  );
}

/** Bars by choice, and what had to be reached. */
export function Result({ ballot: { result, outcome } }: Of) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  if (!result) return null;
  const all = result.reduce((sum, { votes }) => sum + votes, 0);
  return (
    <Flex vertical gap={4}>
      {result.map(({ choice, votes, onPaper }) => (
        <Flex key={choice} gap="small" align="center">
          <span style={{ minWidth: 96 }}>{choice}</span>
          <Progress
            aria-label={choice}
            percent={all === 0 ? 0 : (votes / all) * 100}
            strokeColor={token.colorPrimary}
            format={() => votes}
            style={{ flex: 1, margin: 0 }}
          />
          {onPaper > 0 && (
            <Typography.Text type="secondary">
              {t('cadre.on-paper', { count: onPaper })}
            </Typography.Text>
          )}
        </Flex>
      ))}
      {outcome && (
        <Typography.Text type="secondary">
          {t('cadre.outcome.sum', {
            ...{ took: outcome.tookPart, quorum: outcome.quorumNeeded },
            ...{ favour: outcome.inFavour, pass: outcome.passNeeded, base: outcome.base },
          })}
        </Typography.Text>
      )}
    </Flex>
  );
}
