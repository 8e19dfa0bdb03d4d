import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/viewer';
import { useHolds } from '../parts/foundations';
import { AcceptMilestone } from './accept-milestone';
import { CheckTranche } from './check-tranche';
import { RequestTranche } from './request-tranche';
import type { TrancheProps } from './tranche-card';

/** What can be done about a tranche now; to who may not, why: the maker never checks own work. */
export function TrancheActs(props: TrancheProps) {
  const { grant, tranche, before } = props;
  const { t } = useTranslation();
  const { person } = useMe();
  const { id } = grant.pool.foundation;
  const isMaker = useHolds(id, 'SECRETARY');
  const isChecker = useHolds(id, 'TREASURER');
  const mayAccept = useHolds(id, 'CHAIR', 'BOARD_MEMBER', 'SECRETARY');
  if (grant.state !== 'ACTIVE') return null;
  const waits = before !== null && !before.milestone.acceptedAt;
  if (tranche.state === 'PLANNED') {
    if (waits) return <Why>{t('board.tranche.waits', { milestone: before.milestone.title })}</Why>;
    return isMaker ? <RequestTranche {...props} /> : <Why>{t('board.tranche.for-maker')}</Why>;
  }
  if (tranche.state === 'REQUESTED') {
    if (tranche.maker?.id === person.id) return <Why>{t('board.tranche.own')}</Why>;
    return isChecker ? <CheckTranche {...props} /> : <Why>{t('board.tranche.for-checker')}</Why>;
  }
  if (tranche.milestone.acceptedAt) return null;
  return mayAccept ? <AcceptMilestone {...props} /> : <Why>{t('board.milestone.for-board')}</Why>;
}

const Why = ({ children }: { readonly children: ReactNode }) => (
  <Alert role="note" type="info" title={children} />
);
