import { useTranslation } from 'react-i18next';
import { MeRepresent } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Ask } from '../parts/ask';
import type { Meeting } from './meeting-page';

/** To which meetings organisations come; the server has the same table. */
const FOR_ORGANISATIONS: readonly Meeting['kind'][] = [
  ...(['ASSEMBLY', 'HEARING', 'LIAISON', 'PITCH_FAIR'] as const),
];

/** Comes in the name of an organisation, while the meeting is held. */
export function Represent(props: { readonly meeting: Meeting; readonly again: () => void }) {
  const { meeting, again } = props;
  const { t } = useTranslation();
  const { roles } = useMe();
  const { state, kind } = meeting;
  if (state !== 'UNDER_WAY' || !FOR_ORGANISATIONS.includes(kind) || roles.length === 0) return null;
  const own = new Map(roles.map(({ organisation: { id, name } }) => [id, name]));
  return (
    <Ask
      document={MeRepresent}
      label={t('me.meeting.represent')}
      effect={t('me.meeting.represent.effect')}
      fields={[
        {
          ...{ name: 'organisationId', label: t('me.meeting.represent.whom'), kind: 'choice' },
          options: [...own].map(([value, label]) => ({ value, label })),
          initial: roles[0]?.organisation.id,
        },
      ]}
      input={({ organisationId }) => ({
        ...{ meetingId: meeting.id, organisationId: String(organisationId) },
      })}
      done={again}
    />
  );
}
