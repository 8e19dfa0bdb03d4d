import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MeActivity, MeCancelActivity, type MeActivityQuery } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Part } from '../../kit/part';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Ask } from '../parts/ask';
import { Facts, Written } from '../parts/facts';
import { StateTag } from '../parts/state-tag';
import { useActsFor } from './acts-for';
import { TellActivity } from './tell-activity';

export type Activity = Found<MeActivityQuery['node']>;
export interface OfActivity {
  readonly activity: Activity;
  readonly again: () => void;
}

/** One activity of a courtyard: what it is about, when and where, and what came of it. */
export function ActivityPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeActivity, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const activity = found(node, 'venue');
        return activity ? (
          <OneActivity activity={activity} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneActivity({ activity, again }: OfActivity) {
  const { t } = useTranslation();
  const { title, about, state, startsAt, venue, mode, place, people, report, body } = activity;
  return (
    <Page title={title} actions={<Acts activity={activity} again={again} />}>
      <Flex gap="small" wrap>
        <StateTag isGood={state === 'ANNOUNCED'}>{t(`me.activity.state.${state}`)}</StateTag>
      </Flex>
      {activity.cancelReason && <Alert type="warning" showIcon title={activity.cancelReason} />}
      <Written>{about}</Written>
      <Facts
        of={[
          [t('me.activity.courtyard'), place?.name],
          [t('me.meeting.begins'), <Moment key="begins" of={startsAt} />],
          [t('me.meeting.venue'), venue],
          [t('me.activity.held-by'), body?.organisation?.name ?? body?.council?.name],
          [t('me.activity.mode'), t(`me.activity.mode.${mode}`)],
          people?.count
            ? [t('me.activity.came'), t('me.activity.people', { count: people.count })]
            : null,
        ]}
      />
      {report && (
        <Part title={t('me.activity.report')}>
          <Written>{report}</Written>
        </Part>
      )}
    </Page>
  );
}

/** It is told once what became of it: that it was held, or that it is not. */
function Acts({ activity, again }: OfActivity) {
  const { t } = useTranslation();
  const actsFor = useActsFor();
  const { id, state, body, startsAt } = activity;
  if (state !== 'ANNOUNCED' || !actsFor(body)) return null;
  const hasBegun = new Date(startsAt) <= new Date();
  return (
    <>
      {hasBegun && <TellActivity activity={activity} again={again} />}
      <Ask
        document={MeCancelActivity}
        label={t('me.activity.cancel')}
        effect={t('me.activity.cancel.effect')}
        fields={[{ name: 'reason', label: t('me.why'), kind: 'lines', most: 2000 }]}
        input={({ reason }) => ({ activityId: id, reason: String(reason) })}
        done={again}
        isGrave
      />
    </>
  );
}
