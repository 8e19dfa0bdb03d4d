import { useTranslation } from 'react-i18next';
import { MeRates, MeRecordServices } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { momentOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { useRead } from '../../kit/use-read';
import { serviceName } from '../../kit/service-name';
import { Ask } from '../parts/ask';
import { useMembers } from './use-members';

/** The form in which a leader records what some of the team did together, each an entry. */
export function RecordServices({ id, done }: { readonly id: string; readonly done: () => void }) {
  const { t } = useTranslation();
  const { residence } = useMe();
  const members = useMembers(id);
  const { data } = useRead(MeRates, { communityId: residence?.community.id ?? '' }, !residence);
  const rates = found(data?.node, 'creditScheme')?.creditScheme?.rates;
  if (!members || !rates) return null;
  return (
    <Ask
      document={MeRecordServices}
      label={t('me.services.record')}
      effect={t('me.services.record.effect')}
      isPrimary
      fields={[
        { name: 'who', label: t('me.services.who'), kind: 'several', options: members },
        {
          ...{ name: 'what', label: t('me.services.what'), kind: 'choice' },
          options: rates.map(({ serviceKind, creditsPerHour }) => ({
            value: serviceKind,
            label: `${serviceName(serviceKind, t)} · ${t('me.services.rate', { count: creditsPerHour })}`,
          })),
        },
        { name: 'when', label: t('me.services.when'), kind: 'moment' },
        {
          ...{ name: 'minutes', label: t('me.services.long'), kind: 'count' },
          ...{ least: 15, most: 720, initial: 60 },
        },
        {
          ...{ name: 'note', label: t('me.services.note'), kind: 'lines', most: 500 },
          isOptional: true,
        },
      ]}
      input={({ who, what, when, minutes, note }, idempotencyKey) => ({
        ...{ idempotencyKey, organisationId: id, serviceKind: String(what) },
        residentIds: [who ?? []].flat().map(String),
        performedAt: momentOf(String(when)),
        ...{ minutes: Number(minutes), note: note ? String(note) : null },
      })}
      done={done}
    />
  );
}
