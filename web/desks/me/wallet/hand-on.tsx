import { useTranslation } from 'react-i18next';
import { MeHandOn } from '../../../generated/operations';
import { Ask } from '../parts/ask';
import type { Resident, Wallet } from './wallet-page';

/** Credits go on within the household, as far as the scheme's rule lets them. */
export function HandOn(props: {
  readonly resident: Resident;
  readonly wallet: Wallet;
  readonly done: () => void;
}) {
  const { resident, wallet, done } = props;
  const { t } = useTranslation();
  const limit = wallet.scheme.transferRule?.monthlyLimit;
  const others = (resident.household?.residents ?? []).filter(({ id }) => id !== resident.id);
  if (!limit || others.length === 0) return null;
  return (
    <Ask
      document={MeHandOn}
      label={t('me.hand-on')}
      effect={t('me.hand-on.effect', { limit })}
      isPrimary
      fields={[
        {
          ...{ name: 'to', label: t('me.hand-on.to'), kind: 'choice' },
          options: others.map(({ id, name, displayName }) => ({
            value: id,
            label: name ?? displayName,
          })),
        },
        {
          ...{ name: 'credits', label: t('me.credits'), kind: 'count', least: 1 },
          most: 10_000,
        },
      ]}
      input={({ to, credits }, idempotencyKey) => ({
        ...{ idempotencyKey, fromResidentId: resident.id },
        ...{ toResidentId: String(to), credits: Number(credits) },
      })}
      done={done}
    />
  );
}
