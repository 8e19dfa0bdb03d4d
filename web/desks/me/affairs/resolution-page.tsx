import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  MeObject,
  MeObjections,
  MeResolution,
  type MeResolutionQuery,
} from '../../../generated/operations';
import { Day, Moment } from '../../kit/figures';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { Ask } from '../parts/ask';
import { type Found, found } from '../../kit/found';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts, Written } from '../parts/facts';
import { StateTag } from '../parts/state-tag';

type Resolution = Found<MeResolutionQuery['node']>;

/** A resolution under public notice: what it says, how it came, and what is said against it. */
export function ResolutionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeResolution, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const resolution = found(node, 'noticeUntil');
        return resolution ? (
          <OneResolution resolution={resolution} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneResolution(props: { readonly resolution: Resolution; readonly again: () => void }) {
  const { resolution, again } = props;
  const { t } = useTranslation();
  const { id, number, state, adoptedAt, noticeUntil, lapsesOn, motion, ballot } = resolution;
  return (
    <Page
      title={motion?.title ?? t('me.resolution', { number })}
      actions={
        state === 'ADOPTED' && (
          <Ask
            document={MeObject}
            label={t('me.object')}
            effect={t('me.object.effect')}
            fields={[{ name: 'text', label: t('me.why'), kind: 'lines', most: 500 }]}
            input={({ text }) => ({ resolutionId: id, text: String(text) })}
            done={again}
          />
        )
      }
    >
      <Flex gap="small" wrap>
        <StateTag isGood={state === 'EXECUTED'}>{t(`me.resolution.state.${state}`)}</StateTag>
      </Flex>
      <Written>{motion?.text}</Written>
      <Facts
        of={[
          [t('me.resolution.number'), number],
          [t('me.motion.decides'), resolution.council?.name],
          [t('me.resolution.adopted'), <Day key="adopted" of={adoptedAt.slice(0, 10)} />],
          [t('me.resolution.notice'), <Day key="notice" of={noticeUntil} />],
          [t('me.resolution.lapses'), <Day key="lapses" of={lapsesOn} />],
          resolution.endedBecause ? [t('me.motion.ended'), resolution.endedBecause] : null,
        ]}
      />
      {ballot?.outcome && (
        <Link to={`/me/votes/${encodeURIComponent(ballot.id)}`}>
          {t('me.outcome.figures', { ...ballot.outcome })}
        </Link>
      )}
      <Objections resolution={resolution} />
    </Page>
  );
}

function Objections({ resolution }: { readonly resolution: Resolution }) {
  const { t } = useTranslation();
  const list = useRest(
    MeObjections,
    { id: resolution.id },
    resolution.objections,
    ({ node }) => found(node, 'objections')?.objections,
  );
  if (list.data.length === 0) return null;
  return (
    <Part title={t('me.objections')}>
      <Lines>
        {list.data.map(({ id, text, raisedAt, answer, answeredAt, upheld }) => (
          <Line
            key={id}
            title={text}
            state={t(
              answeredAt
                ? upheld
                  ? 'me.objection.upheld'
                  : 'me.objection.not'
                : 'me.objection.waits',
            )}
          >
            <Moment of={raisedAt} />
            {answer && ` · ${t('me.objection.answer', { answer })}`}
          </Line>
        ))}
      </Lines>
      <More list={list} of={t('me.objections')} />
    </Part>
  );
}
