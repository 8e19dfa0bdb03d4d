import { useTranslation } from 'react-i18next';
import { CadreWithdrawMotion } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import type { OfMotion } from './motion';

/** Whoever tabled a motion takes it back before it is voted on; what many tabled, nobody alone. */
export function Withdraw({ motion, again }: OfMotion) {
  const { t } = useTranslation();
  if (!motion.writtenByMe || motion.coSignersNeeded > 0) return null;
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
