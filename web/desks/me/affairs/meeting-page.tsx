import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MeAttend, MeMeeting, type MeMeetingQuery } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Ask } from '../parts/ask';
import { type Found, found } from '../../kit/found';
import { Part } from '../../kit/part';
import { Facts, Written } from '../parts/facts';
import { Minutes } from './minutes';
import { Represent } from './represent';
import { Pitches } from './pitches';
import { Topics } from './topics';
import { StateTag } from '../parts/state-tag';

export type Meeting = Found<MeMeetingQuery['node']>;

/** One meeting: its agenda, being there, what is proposed, and its minutes. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeMeeting, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const meeting = found(node, 'agenda');
        return meeting ? (
          <OneMeeting meeting={meeting} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneMeeting({ meeting, again }: { readonly meeting: Meeting; readonly again: () => void }) {
  const { t } = useTranslation();
  const { title, kind, state, startsAt, endsAt, venue, link, agenda, council, motion } = meeting;
  return (
    <Page
      title={title}
      actions={
        <>
          <Attend meeting={meeting} again={again} />
          <Represent meeting={meeting} again={again} />
        </>
      }
    >
      <Flex gap="small" wrap>
        <StateTag>{t(`me.meeting.kind.${kind}`)}</StateTag>
        <StateTag isGood={state === 'UNDER_WAY'}>{t(`me.meeting.state.${state}`)}</StateTag>
      </Flex>
      {meeting.myAttendance && <Alert type="success" showIcon title={t('me.meeting.there')} />}
      {meeting.cancelReason && <Alert type="warning" showIcon title={meeting.cancelReason} />}
      <Facts
        of={[
          [t('me.meeting.begins'), <Moment key="begins" of={startsAt} />],
          [t('me.meeting.ends'), <Moment key="ends" of={endsAt} />],
          [t('me.meeting.venue'), venue],
          link ? [t('me.meeting.link'), <WayIn key="link" to={link} />] : null,
          council ? [t('me.meeting.council'), council.name] : null,
          motion
            ? [
                t('me.meeting.hears'),
                <Link key="motion" to={`/me/motions/${encodeURIComponent(motion.id)}`}>
                  {motion.title}
                </Link>,
              ]
            : null,
        ]}
      />
      {agenda && (
        <Part title={t('me.meeting.agenda')}>
          <Written>{agenda}</Written>
        </Part>
      )}
      <Quorum meeting={meeting} />
      <Topics meeting={meeting} again={again} />
      <Pitches meeting={meeting} again={again} />
      <Minutes meeting={meeting} again={again} />
    </Page>
  );
}

function WayIn({ to }: { readonly to: string }) {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {to}
    </a>
  );
}

/** While it is held, whoever comes signs in from the phone. */
function Attend({ meeting, again }: { readonly meeting: Meeting; readonly again: () => void }) {
  const { t } = useTranslation();
  if (meeting.state !== 'UNDER_WAY' || meeting.myAttendance) return null;
  return (
    <Ask
      document={MeAttend}
      label={t('me.meeting.attend')}
      effect={t('me.meeting.attend.effect')}
      input={() => ({ meetingId: meeting.id })}
      done={again}
      isPrimary
    />
  );
}

/** Whether enough members of a council came: of 21, 17 by four of five. */
function Quorum({ meeting: { quorum } }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  if (!quorum) return null;
  const { seats, needed, present, isMet, members } = quorum;
  return (
    <Part title={t('me.meeting.quorum')}>
      <Alert
        type={isMet ? 'success' : 'info'}
        showIcon
        title={t('me.meeting.quorum.says', { present, seats, needed })}
        description={members.map(({ name }) => name).join('、')}
      />
    </Part>
  );
}
