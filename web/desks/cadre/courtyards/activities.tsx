import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreActivities,
  CadreAnnounce,
  CadreCancelActivity,
  CadreRecordActivity,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Part } from '../../kit/part';
import { useRest } from '../../kit/use-rest';
import { Lines } from '../parts/link-list';
import { ResidentPicker } from '../parts/resident-picker';
import { useWhere } from '../where';
import type { OfCourtyard, Whole } from './courtyard';

type Activity = Whole['activities']['edges'][number]['node'];

const MODES = ['SPONTANEOUS', 'COOPERATIVE', 'MOBILISED'] as const;

/** What a courtyard holds; cadres announce and tell what came of it where its own people do not. */
export function Activities({ courtyard, again }: OfCourtyard) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id } = courtyard;
  const list = useRest(
    CadreActivities,
    { id },
    courtyard.activities,
    ({ node }) => found(node)?.activities,
  );
  const mayAct = holds('CADRE');
  return (
    <Part
      title={t('cadre.courtyard.activities')}
      actions={mayAct && courtyard.courtyardBody && <Announce {...{ courtyard, again }} />}
    >
      {list.data.length === 0 && t('cadre.activities.none')}
      <Lines
        lines={list.data.map((activity) => ({
          ...{ key: activity.id, title: activity.title },
          says: (
            <>
              <Moment of={activity.startsAt} /> · {activity.venue}
              {activity.people?.count &&
                ` · ${t('cadre.list.people', { count: activity.people.count })}`}
              {activity.cancelReason && ` · ${activity.cancelReason}`}
            </>
          ),
          side: (
            <Flex gap="small" wrap align="center">
              <Tag variant="outlined">{t(`cadre.activity.${activity.state}`)}</Tag>
              {mayAct && activity.state === 'ANNOUNCED' && <Tell {...{ activity, again }} />}
            </Flex>
          ),
        }))}
      />
      <More list={list} of={t('cadre.courtyard.activities')} />
    </Part>
  );
}

function Announce({ courtyard, again }: OfCourtyard) {
  const { t } = useTranslation();
  return (
    <ActButton
      document={CadreAnnounce}
      title={t('cadre.activity.announce')}
      go={t('cadre.activity.announce')}
      given={{ placeId: courtyard.id }}
      effect={t('cadre.activity.announce.effect', { name: courtyard.name })}
      onDone={again}
      fields={[
        { name: 'title', kind: 'line', label: t('cadre.activity.title') },
        { name: 'about', kind: 'text', label: t('cadre.activity.about') },
        {
          ...{ name: 'startsAt', kind: 'moment', label: t('cadre.meeting.starts-at') },
          first: `${localOf(new Date(Date.now() + 7 * 86_400_000)).slice(0, 10)}T09:00`,
        },
        { name: 'venue', kind: 'line', label: t('cadre.meeting.venue') },
        {
          ...{ name: 'mode', kind: 'choice', label: t('cadre.activity.mode'), first: MODES[0] },
          options: MODES.map((each) => ({ value: each, label: t(`cadre.activity.mode.${each}`) })),
        },
      ]}
    />
  );
}

/** It is told once what became of it: that it was held and who came, or that it is not held. */
function Tell(props: { readonly activity: Activity; readonly again: () => void }) {
  const { activity, again } = props;
  const { t } = useTranslation();
  const { here } = useWhere();
  const label = t('cadre.activity.people');
  const common = { given: { activityId: activity.id }, danger: true, onDone: again };
  const button = { size: 'small' as const };
  return (
    <>
      {new Date(activity.startsAt) <= new Date() && (
        <ActButton
          {...{ ...common, button }}
          document={CadreRecordActivity}
          title={t('cadre.activity.tell')}
          go={t('cadre.activity.tell')}
          effect={t('cadre.activity.tell.effect', { title: activity.title })}
          fields={[
            { name: 'report', kind: 'text', label: t('cadre.activity.report') },
            {
              ...{ name: 'residentIds', kind: 'own', label },
              control: <ResidentPicker communityId={here?.id ?? ''} label={label} several />,
            },
          ]}
        />
      )}
      <ActButton
        {...{ ...common, button }}
        document={CadreCancelActivity}
        title={t('cadre.activity.cancel')}
        go={t('cadre.activity.cancel')}
        effect={t('cadre.activity.cancel.effect', { title: activity.title })}
        fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
      />
    </>
  );
}
