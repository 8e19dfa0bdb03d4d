import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { BoardDeclareInterest, BoardReview } from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { ActButton, ActForm } from '../../kit/act-form';
import { useLanguage } from '../../kit/figures';
import { Effect } from '../parts/effect';
import { Part } from '../parts/part';
import type { ApplicationShown } from './application-page';

interface Props {
  readonly application: ApplicationShown;
  readonly again: () => void;
}

/** Where a member votes or stands aside; to everybody else it says why they do not. */
export function Vote({ application, again }: Props) {
  const { t } = useTranslation();
  const { state, decider, review } = application;
  if (state !== 'SUBMITTED' || decider.decidedBy !== 'BOARD') return null;
  const recused = review.recused.find(({ member }) => member.isMe);
  const said = [...review.approvals, ...review.declines].find(({ member }) => member.isMe);
  const pending = review.pending.some(({ isMe }) => isMe);
  if (recused)
    return (
      <Alert
        role="note"
        type="warning"
        showIcon
        title={t('board.vote.recused')}
        description={recused.declared ?? t(`board.recused.${recused.because}`)}
      />
    );
  if (!said && !pending)
    return <Alert role="note" type="info" title={t('board.vote.not-member')} />;
  return (
    <Part title={t('board.vote')}>
      {said ? <p>{t('board.vote.done')}</p> : <VoteForm application={application} again={again} />}
      <StandAside application={application} again={again} />
    </Part>
  );
}

/** A vote with its reason; above it what an approval would do to the pool's money. */
function VoteForm({ application, again }: Props) {
  const { t } = useTranslation();
  const { review, requested, pool } = application;
  const others = review.needed - review.approvals.length - 1;
  return (
    <ActForm
      document={BoardReview}
      keyed
      go={t('board.vote.go')}
      given={{ applicationId: application.id }}
      effect={
        <Effect
          says={
            others <= 0
              ? t('board.vote.last', { pool: pool.name })
              : t('board.vote.more', { count: others })
          }
          from={t('board.pool.available')}
          before={pool.available}
          moves={requested}
        />
      }
      fields={[
        {
          ...{ name: 'verdict', kind: 'choice', label: t('board.vote.verdict') },
          options: (['APPROVE', 'DECLINE'] as const).map((value) => ({
            value,
            label: t(`board.vote.${value}`),
          })),
        },
        {
          ...{ name: 'reason', kind: 'text', label: t('board.reason') },
          help: t('board.vote.final'),
        },
      ]}
      onDone={again}
    />
  );
}

function StandAside({ application, again }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sum = money(application.requested, language);
  return (
    <ActButton
      document={BoardDeclareInterest}
      title={t('board.interest')}
      button={{ type: 'link', style: { paddingInline: 0 } }}
      go={t('board.interest.go')}
      given={{ applicationId: application.id }}
      effect={t('board.interest.effect', { title: application.title, sum })}
      fields={[{ name: 'reason', kind: 'text', label: t('board.interest.what') }]}
      onDone={again}
    />
  );
}
