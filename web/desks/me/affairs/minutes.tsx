import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  MeApproveMinutes,
  MeMinutes,
  type MeMinutesQuery,
  MeOwnSeats,
  MeWriteMinutes,
} from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { Ask } from '../parts/ask';
import { Part } from '../../kit/part';
import { Written } from '../parts/facts';
import type { Meeting } from './meeting-page';

type Held = Extract<NonNullable<MeMinutesQuery['node']>, { minutesVersions: unknown }>;
type Version = NonNullable<Held['minutesVersions']>['edges'][number]['node'];

/** The minutes, for everybody once they are approved; members of the council write and approve. */
export function Minutes({
  meeting,
  again,
}: {
  readonly meeting: Meeting;
  readonly again: () => void;
}) {
  const seats = useWhole(MeOwnSeats, meeting.council ? [{}] : [], ({ me }) => me?.seats);
  const sits = seats.data?.some(({ council }) => council?.id === meeting.council?.id);
  if (sits) return <KeptMinutes meeting={meeting} again={again} />;
  return meeting.minutes ? <ApprovedMinutes meeting={meeting} /> : null;
}

function ApprovedMinutes({ meeting: { minutes } }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  if (!minutes?.approvedAt) return null;
  return (
    <Part title={t('me.minutes')}>
      <Written>{minutes.text}</Written>
      <Typography.Text type="secondary">
        {t('me.minutes.approved')} <Moment of={minutes.approvedAt} />
      </Typography.Text>
    </Part>
  );
}

/** For members: every version, writing another, and approving what somebody else wrote. */
function KeptMinutes({
  meeting,
  again,
}: {
  readonly meeting: Meeting;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const { person } = useMe();
  const read = useWhole(
    MeMinutes,
    [{ id: meeting.id }],
    ({ node }) => found(node, 'minutesVersions')?.minutesVersions,
  );
  const last = (read.data ?? []).reduce<Version | null>(
    (latest, each) => ((each.version ?? 0) > (latest?.version ?? 0) ? each : latest),
    null,
  );
  const done = () => {
    read.again();
    again();
  };
  const hasBegun = ['UNDER_WAY', 'OVER', 'HELD'].includes(meeting.state);
  const isMine = last?.writtenBy?.id === person.id;
  return (
    <Part title={t('me.minutes')}>
      {last ? <Written>{last.text}</Written> : <span>{t('me.minutes.none')}</span>}
      {last && <State last={last} />}
      <Flex gap="small" wrap>
        {hasBegun && (
          <Ask
            document={MeWriteMinutes}
            label={t('me.minutes.write')}
            fields={[
              {
                ...{ name: 'text', label: t('me.minutes.text'), kind: 'lines', most: 10_000 },
                initial: last?.text ?? undefined,
              },
            ]}
            input={({ text }) => ({ meetingId: meeting.id, text: String(text) })}
            done={done}
          />
        )}
        {last && !last.approvedAt && !isMine && meeting.closedAt && (
          <Ask
            document={MeApproveMinutes}
            label={t('me.minutes.approve')}
            effect={t('me.minutes.approve.effect')}
            input={() => ({ minutesId: last.id })}
            done={done}
            isPrimary
          />
        )}
      </Flex>
    </Part>
  );
}

function State({ last }: { readonly last: Version }) {
  const { t } = useTranslation();
  return (
    <Typography.Text type="secondary">
      {t('me.minutes.version', { count: last.version ?? 0 })} · {last.writtenBy?.displayName} ·{' '}
      {last.approvedAt ? (
        <>
          {t('me.minutes.approved')} <Moment of={last.approvedAt} />
        </>
      ) : (
        t('me.minutes.waits')
      )}
    </Typography.Text>
  );
}
