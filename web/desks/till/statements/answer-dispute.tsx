import { useTranslation } from 'react-i18next';
import { TillAnswerDispute, type TillDisputeFragment } from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { ActButton } from '../../kit/act-form';
import { useLanguage } from '../../kit/figures';

const ANSWERS = ['ACCEPT', 'INSIST'] as const;

/** The operator accepts, and the disputed part goes back to the pool, or insists, and is heard. */
export function AnswerDispute(props: {
  readonly dispute: TillDisputeFragment;
  readonly again: () => void;
}) {
  const { dispute, again } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ActButton
      document={TillAnswerDispute}
      title={t('operator.answer')}
      button={{ type: 'primary' }}
      keyed
      given={{ disputeId: dispute.id }}
      effect={t('operator.answer.effect', { sum: money(dispute.amount, language) })}
      fields={[
        {
          ...{ name: 'answer', kind: 'choice', label: t('operator.answer.which') },
          options: ANSWERS.map((value) => ({ value, label: t(`operator.answer.${value}`) })),
        },
        { name: 'says', kind: 'text', label: t('operator.answer.says') },
      ]}
      go={t('operator.answer.go')}
      onDone={again}
      onRefused={again}
    />
  );
}
