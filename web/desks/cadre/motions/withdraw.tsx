import { useTranslation } from 'react-i18next';
import { CadreWithdrawMotion } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { useWhere } from '../where';
import type { OfMotion } from './motion';

/** Whoever tabled a motion takes it back before it is voted on. */
export function Withdraw({ motion, again }: OfMotion) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const isOwn =
    (motion.tabledAs === 'SELF_GOVERNING' && holds('CADRE')) ||
    (motion.tabledAs === 'PARTY_ORGANISATION' && holds('PARTY_SECRETARY', 'PARTY_MEMBER'));
  if (!isOwn) return null;
  return (
    <ActButton
      document={CadreWithdrawMotion}
      title={t('cadre.withdraw')}
      go={t('cadre.withdraw')}
      given={{ motionId: motion.id }}
      effect={t('cadre.withdraw.effect')}
      danger
      onDone={again}
      fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
    />
  );
}
