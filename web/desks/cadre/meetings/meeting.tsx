import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CadreChanges, CadreMeeting, type CadreMeetingQuery } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { Facts } from '../parts/facts';
import { Actions } from './actions';
import { Attendance } from './attendance';
import { MeetingActs } from './meeting-acts';
import { Minutes } from './minutes';
import { Topics } from './topics';
import type { OfMeeting, Whole } from './whole';

/** A meeting: when and where, who came, what was said and agreed, and its minutes. */
export function Meeting() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreMeeting, { id });
  return (
    <Shown read={read} rows={10}>
      {({ node }: CadreMeetingQuery) => {
        const meeting = found(node) as Whole | null;
        if (!meeting) return <Nothing says={t('desk.not-here')} />;
        return <MeetingPage {...{ meeting, again: read.again }} />;
      }}
    </Shown>
  );
}

function MeetingPage({ meeting, again }: OfMeeting) {
  const { t } = useTranslation();
  const { title, kind, state, place, council, agenda, cancelReason } = meeting;
  return (
    <Page title={title} actions={<MeetingActs {...{ meeting, again }} />}>
      <Typography.Text>
        <Tag variant="outlined">{t(`cadre.meeting-state.${state}`)}</Tag>{' '}
        {[t(`cadre.meeting.${kind}`), council?.name ?? place?.name].filter(Boolean).join(' · ')}
      </Typography.Text>
      {cancelReason && <Typography.Text type="danger">{cancelReason}</Typography.Text>}
      {agenda && (
        <Card size="small">
          <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
            {agenda}
          </Typography.Paragraph>
        </Card>
      )}
      <MeetingFacts meeting={meeting} />
      <Attendance {...{ meeting, again }} />
      <Topics {...{ meeting, again }} />
      <Actions {...{ meeting, again }} />
      <Minutes {...{ meeting, again }} />
    </Page>
  );
}

function MeetingFacts({ meeting }: { readonly meeting: Whole }) {
  const { t } = useTranslation();
  const { startsAt, durationMinutes, venue, link, closedAt, quorum, motion, place } = meeting;
  const zone = place?.timeZone ?? 'Asia/Shanghai';
  const changes = useRest(
    CadreChanges,
    { id: meeting.id },
    meeting.changes,
    ({ node }) => found(node)?.changes,
  );
  const reasons = changes.data.map(({ reason }) => reason).join(' · ');
  const came = quorum && `${quorum.present} / ${quorum.needed}`;
  return (
    <Facts
      rows={[
        [t('cadre.meeting.starts-at'), <Moment key="starts" of={startsAt} timeZone={zone} />],
        [t('cadre.meeting.minutes-long'), durationMinutes],
        [t('cadre.meeting.venue'), venue],
        [t('cadre.meeting.link'), link && <a href={link}>{link}</a>],
        [
          t('cadre.meeting.motion'),
          motion && <Link to={`/cadre/motions/${motion.id}`}>{motion.title}</Link>,
        ],
        [
          t('cadre.quorum'),
          came && `${came} ${t(quorum.isMet ? 'cadre.quorum.met' : 'cadre.quorum.short')}`,
        ],
        [
          t('cadre.meeting.changed'),
          reasons && (
            <Flex vertical gap="small" align="start">
              {reasons}
              <More list={changes} of={t('cadre.meeting.changed')} />
            </Flex>
          ),
        ],
        [t('cadre.meeting.closed-at'), closedAt && <Moment of={closedAt} timeZone={zone} />],
      ]}
    />
  );
}
