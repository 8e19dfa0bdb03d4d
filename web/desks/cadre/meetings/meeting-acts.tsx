import { useTranslation } from 'react-i18next';
import {
  CadreCancelMeeting,
  CadreChangeMeeting,
  CadreCloseMeeting,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import type { OfMeeting } from './whole';

/** Before it begins it is changed or cancelled, with a reason; afterwards it is closed. */
export function MeetingActs({ meeting, again }: OfMeeting) {
  const { state } = meeting;
  if (state === 'CONVENED') return <BeforeIt {...{ meeting, again }} />;
  if (state === 'UNDER_WAY' || state === 'OVER') return <CloseIt {...{ meeting, again }} />;
  return null;
}

function BeforeIt({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const { id, startsAt, durationMinutes, venue, agenda, link, place } = meeting;
  return (
    <>
      <ActButton
        document={CadreChangeMeeting}
        title={t('cadre.change-meeting')}
        go={t('cadre.change-meeting')}
        given={{ meetingId: id }}
        effect={t('cadre.change-meeting.effect')}
        onDone={again}
        fields={[
          {
            ...{ name: 'startsAt', kind: 'moment', label: t('cadre.meeting.starts-at') },
            first: localOf(new Date(startsAt), place?.timeZone),
          },
          {
            ...{ name: 'durationMinutes', kind: 'whole', label: t('cadre.meeting.minutes-long') },
            first: String(durationMinutes),
          },
          { name: 'venue', kind: 'line', label: t('cadre.meeting.venue'), first: venue },
          {
            ...{ name: 'agenda', kind: 'text', label: t('cadre.meeting.agenda') },
            ...{ first: agenda, optional: true },
          },
          {
            ...{ name: 'link', kind: 'line', label: t('cadre.meeting.link') },
            ...{ first: link, optional: true },
          },
          { name: 'reason', kind: 'text', label: t('cadre.reason') },
        ]}
      />
      <ActButton
        document={CadreCancelMeeting}
        title={t('cadre.cancel-meeting')}
        go={t('cadre.cancel-meeting')}
        given={{ meetingId: id }}
        effect={t('cadre.cancel-meeting.effect')}
        danger
        onDone={again}
        fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
      />
    </>
  );
}

function CloseIt({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  return (
    <ActButton
      document={CadreCloseMeeting}
      title={t('cadre.close-meeting')}
      go={t('cadre.close-meeting')}
      given={{ meetingId: meeting.id }}
      effect={t('cadre.close-meeting.effect')}
      danger
      onDone={again}
    />
  );
}
