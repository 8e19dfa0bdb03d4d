import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { MeConfirmServices, type MeServiceFragment } from '../../../generated/operations';
import { moment } from '../../../kit/figures';
import type { Language } from '../../../kit/words';
import { useLanguage } from '../../kit/figures';
import { serviceName } from '../../kit/service-name';
import { Ask } from '../parts/ask';

/** The most that are confirmed at once. */
const MOST = 50;

/** Several of the team's services that wait, confirmed at once: all of them or none. */
export function ConfirmMany(props: {
  readonly services: readonly MeServiceFragment[];
  readonly done: () => void;
}) {
  const { services, done } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  if (services.length < 2) return null;
  return (
    <Ask
      document={MeConfirmServices}
      label={t('me.services.confirm-many')}
      effect={t('me.services.confirm-many.effect')}
      fields={[
        {
          ...{ name: 'which', label: t('me.services.which'), kind: 'several' },
          options: services
            .slice(0, MOST)
            .map((service) => ({ value: service.id, label: labelOf(service, language, t) })),
        },
      ]}
      input={({ which }) => ({ serviceIds: [which ?? []].flat().map(String) })}
      done={done}
    />
  );
}

function labelOf(service: MeServiceFragment, language: Language, t: TFunction): string {
  const { resident, serviceKind, performedAt, credits } = service;
  return [
    resident?.name ?? resident?.displayName,
    serviceName(serviceKind, t),
    performedAt && moment(performedAt, language),
    `${credits ?? 0} ${t('me.credits')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
