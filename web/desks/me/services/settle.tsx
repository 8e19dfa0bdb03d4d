import { useTranslation } from 'react-i18next';
import {
  MeConfirmService,
  MeDeclineService,
  type MeServiceFragment,
} from '../../../generated/operations';
import { Ask } from '../parts/ask';

/** Whoever can know that a service was done says so, or says why not. */
export function Settle(props: { readonly service: MeServiceFragment; readonly done: () => void }) {
  const { service, done } = props;
  const { t } = useTranslation();
  const who = service.resident?.name ?? service.resident?.displayName ?? '';
  return (
    <>
      <Ask
        document={MeConfirmService}
        label={t('me.services.confirm')}
        effect={t('me.services.confirm.effect', { who, count: service.credits ?? 0 })}
        input={() => ({ serviceId: service.id })}
        done={done}
        isPrimary
      />
      <Ask
        document={MeDeclineService}
        label={t('me.services.decline')}
        fields={[{ name: 'reason', label: t('me.why'), kind: 'lines', most: 500 }]}
        input={({ reason }) => ({ serviceId: service.id, reason: String(reason) })}
        done={done}
        isGrave
      />
    </>
  );
}
