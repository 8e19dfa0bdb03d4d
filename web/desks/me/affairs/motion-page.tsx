import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  MeCoSign,
  MeHearings,
  MeMotion,
  type MeMotionQuery,
  MeWithdrawMotion,
} from '../../../generated/operations';
import { Day, Moment } from '../../kit/figures';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { Ask } from '../parts/ask';
import { Bar } from '../parts/bar';
import { type Found, found } from '../../kit/found';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts, Written } from '../parts/facts';
import { namesOf } from './motions';
import { StateTag } from '../parts/state-tag';

type Motion = Found<MeMotionQuery['node']>;

/** One motion: what it says, how far it is, and one's name under it. */
export function MotionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeMotion, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const motion = found(node, 'text');
        return motion ? (
          <OneMotion motion={motion} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneMotion({ motion, again }: { readonly motion: Motion; readonly again: () => void }) {
  const { t } = useTranslation();
  const { title, text, state, tabledAs, writtenAt, screeningReason, endedBecause } = motion;
  return (
    <Page title={title} actions={<Withdraw motion={motion} again={again} />}>
      <Flex gap="small" wrap>
        <StateTag isGood={state === 'PASSED'}>{t(`me.motion.state.${state}`)}</StateTag>
      </Flex>
      <Written>{text}</Written>
      {state === 'GATHERING' && <Names motion={motion} again={again} />}
      <Facts
        of={[
          [t('me.motion.tabled-by'), t(`me.motion.by.${tabledAs}`)],
          [t('me.motion.written'), <Day key="written" of={writtenAt.slice(0, 10)} />],
          [t('me.motion.decides'), motion.council?.name],
          motion.screenBy && state === 'TABLED'
            ? [t('me.motion.screen-by'), <Moment key="by" of={motion.screenBy} />]
            : null,
          screeningReason ? [t('me.motion.screened'), screeningReason] : null,
          endedBecause ? [t('me.motion.ended'), endedBecause] : null,
        ]}
      />
      <Follows motion={motion} />
    </Page>
  );
}

const BEFORE_VOTE: readonly Motion['state'][] = ['TABLED', 'ADMITTED'];

/** What residents have tabled together, nobody takes back alone. */
function Withdraw({ motion, again }: { readonly motion: Motion; readonly again: () => void }) {
  const { t } = useTranslation();
  const { id, title, state, writtenByMe, coSignersNeeded } = motion;
  const isOwn = state === 'GATHERING' || (BEFORE_VOTE.includes(state) && coSignersNeeded === 0);
  if (!writtenByMe || !isOwn) return null;
  return (
    <Ask
      document={MeWithdrawMotion}
      label={t('me.motion.withdraw')}
      effect={t('me.motion.withdraw.effect', { title })}
      fields={[{ name: 'reason', label: t('me.why'), kind: 'lines', most: 2000 }]}
      input={({ reason }) => ({ motionId: id, reason: String(reason) })}
      done={again}
      isGrave
    />
  );
}

/** So many names are there, so many are needed; one's own makes one more. */
function Names({ motion, again }: { readonly motion: Motion; readonly again: () => void }) {
  const { t } = useTranslation();
  const { id, title, coSignatures, coSignersNeeded, coSignedByMe } = motion;
  const percent = Math.round((100 * coSignatures) / Math.max(1, coSignersNeeded));
  return (
    <Flex vertical gap="small" align="start">
      <span>{namesOf(motion, t)}</span>
      <Bar percent={percent} says={namesOf(motion, t)} />
      {coSignedByMe ? (
        <Alert type="success" showIcon title={t('me.motion.signed')} />
      ) : (
        <Ask
          document={MeCoSign}
          label={t('me.motion.sign')}
          effect={t('me.motion.sign.effect', { title })}
          input={() => ({ motionId: id })}
          done={again}
          isPrimary
        />
      )}
    </Flex>
  );
}

/** Where it is heard, voted on, and what was resolved. */
function Follows({ motion }: { readonly motion: Motion }) {
  const { t } = useTranslation();
  const { id: motionId, ballots, resolutions, mergedInto } = motion;
  const hearings = useRest(
    MeHearings,
    { id: motionId },
    motion.hearings,
    ({ node }) => found(node, 'hearings')?.hearings,
  );
  const lines = [
    ...hearings.data.map((node) => ({
      to: `/me/meetings/${encodeURIComponent(node.id)}`,
      title: node.title,
      state: t(`me.meeting.state.${node.state}`),
      about: <Moment of={node.startsAt} />,
    })),
    ...ballots.map(({ id, question, closesAt, closedAt }) => ({
      to: `/me/votes/${encodeURIComponent(id)}`,
      title: question,
      state: t(closedAt ? 'me.ballot.counted' : 'me.ballot.open'),
      about: <Moment of={closesAt} />,
    })),
    ...resolutions.map(({ id, number, state, adoptedAt }) => ({
      to: `/me/resolutions/${encodeURIComponent(id)}`,
      title: t('me.resolution', { number }),
      state: t(`me.resolution.state.${state}`),
      about: <Day of={adoptedAt.slice(0, 10)} />,
    })),
    ...(mergedInto
      ? [
          {
            to: `/me/motions/${encodeURIComponent(mergedInto.id)}`,
            title: mergedInto.title,
            state: t('me.motion.state.MERGED'),
            about: null,
          },
        ]
      : []),
  ];
  if (lines.length === 0) return null;
  return (
    <Part title={t('me.motion.follows')}>
      <Lines>
        {lines.map(({ to, title, state, about }) => (
          <Line key={to} title={title} to={to} state={state}>
            {about}
          </Line>
        ))}
      </Lines>
      <More list={hearings} />
    </Part>
  );
}
