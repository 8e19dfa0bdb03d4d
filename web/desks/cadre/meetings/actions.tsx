import { useTranslation } from 'react-i18next';
import { CadreActions, CadreAgreeAction, CadreFinishAction } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { ResidentPicker } from '../parts/resident-picker';
import { hasBegun, type OfMeeting } from './whole';

/** What was agreed to be done, by whom and until when. */
export function Actions({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const { id, actions } = meeting;
  const list = useRest(CadreActions, { id }, actions, ({ node }) => found(node)?.actions);
  if (!hasBegun(meeting)) return null;
  return (
    <Part title={t('cadre.actions')} actions={<Agree {...{ meeting, again }} />}>
      <Lines
        lines={list.data.map((action) => ({
          ...{ key: action.id, title: action.text },
          says: (
            <>
              {action.organisation?.name ?? action.resident?.displayName} ·{' '}
              {t('cadre.action.due-on')} <Day of={action.dueOn} />
              {action.doneNote && ` · ${action.doneNote}`}
            </>
          ),
          side: action.doneAt === null && (
            <ActButton
              document={CadreFinishAction}
              title={t('cadre.action.finish')}
              go={t('cadre.action.finish')}
              button={{ size: 'small' }}
              given={{ actionId: action.id }}
              onDone={again}
              fields={[{ name: 'note', kind: 'text', label: t('cadre.action.note') }]}
            />
          ),
        }))}
      />
      <More list={list} of={t('cadre.actions')} />
    </Part>
  );
}

function Agree({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const community = meeting.place?.lineage.find(({ kind }) => kind === 'COMMUNITY');
  const label = t('cadre.action.resident');
  return (
    <ActButton
      document={CadreAgreeAction}
      title={t('cadre.action.agree')}
      go={t('cadre.action.agree')}
      given={{ meetingId: meeting.id }}
      onDone={again}
      fields={[
        { name: 'text', kind: 'text', label: t('cadre.action.text') },
        {
          ...{ name: 'residentId', kind: 'own', label },
          control: <ResidentPicker communityId={community?.id ?? ''} label={label} />,
        },
        { name: 'dueOn', kind: 'day', label: t('cadre.action.due-on') },
      ]}
    />
  );
}
