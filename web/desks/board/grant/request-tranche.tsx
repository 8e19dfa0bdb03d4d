import { useTranslation } from 'react-i18next';
import { BoardRequestTranche } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Effect } from '../parts/effect';
import type { TrancheProps } from './tranche-card';

/** The maker asks for a tranche to be paid: no money moves until another person has checked it. */
export function RequestTranche({ grant, tranche, again }: TrancheProps) {
  const { t } = useTranslation();
  return (
    <ActButton
      document={BoardRequestTranche}
      title={t('board.tranche.request')}
      button={{ type: 'primary' }}
      go={t('board.tranche.request.go')}
      given={{ trancheId: tranche.id }}
      effect={
        <Effect
          says={t('board.tranche.request.effect', { name: grant.grantee.name })}
          from={t('board.grant.committed')}
          before={grant.committed}
          moves={tranche.amount}
        />
      }
      onDone={again}
    />
  );
}
