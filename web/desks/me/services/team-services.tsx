import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { MeRecordService, MeTeamMembers, MeTeamServices } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { useList } from '../../kit/use-list';
import { useRead } from '../../kit/use-read';
import { Ask } from '../parts/ask';
import { Listed } from '../parts/line';
import { serviceName, ServiceLine } from './services-page';
import { Settle } from './settle';

/** What the members of a team did: its leader records it, and others of it confirm. */
export function TeamServices({ id, leads }: { readonly id: string; readonly leads: boolean }) {
  const { t } = useTranslation();
  const { residence } = useMe();
  const list = useList(MeTeamServices, { id }, ({ node }) =>
    node && 'services' in node ? node.services : null,
  );
  return (
    <Flex vertical gap="middle" align="start">
      {leads && <RecordService id={id} done={list.again} />}
      <div style={{ width: '100%' }}>
        <Listed
          list={list}
          none={t('me.services.none-team')}
          draw={(service) => (
            <ServiceLine
              key={service.id}
              service={service}
              actions={
                service.resident?.id === residence?.id ? undefined : (
                  <Settle service={service} done={list.again} />
                )
              }
            >
              {service.resident?.name ?? service.resident?.displayName}
            </ServiceLine>
          )}
        />
      </div>
    </Flex>
  );
}

/** The form in which a leader records what somebody of the team did. */
function RecordService({ id, done }: { readonly id: string; readonly done: () => void }) {
  const { t } = useTranslation();
  const { residence } = useMe();
  const { data } = useRead(MeTeamMembers, { id, communityId: residence?.community.id ?? '' });
  if (!data) return null;
  const { node, place } = data;
  const memberships = node && 'memberships' in node ? node.memberships.edges : [];
  const members = new Map(
    memberships.flatMap(({ node: { person } }) =>
      person.residence ? [[person.residence.id, person.name ?? ''] as const] : [],
    ),
  );
  const rates = place && 'creditScheme' in place ? (place.creditScheme?.rates ?? []) : [];
  return (
    <Ask
      document={MeRecordService}
      label={t('me.services.record')}
      effect={t('me.services.record.effect')}
      isPrimary
      fields={[
        {
          ...{ name: 'who', label: t('me.services.who'), kind: 'choice' },
          options: [...members].map(([value, label]) => ({ value, label })),
        },
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
      input={({ who, what, when, minutes, note }) => ({
        ...{ organisationId: id, residentId: String(who), serviceKind: String(what) },
        performedAt: new Date(String(when)).toISOString(),
        ...{ minutes: Number(minutes), note: note ? String(note) : null },
      })}
      done={done}
    />
  );
}
