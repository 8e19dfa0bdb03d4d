import { Card, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  CadreHearings,
  CadreMotion,
  type CadreMotionQuery,
  type CadreWholeMotionFragment,
} from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { BallotLine } from '../ballots/ballot-line';
import { Facts } from '../parts/facts';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { Effect } from './effect';
import { MotionActs } from './motion-acts';
import { Resolution } from './resolution';

export type Whole = CadreWholeMotionFragment;
export type OfMotion = { readonly motion: Whole; readonly again: () => void };

/** A motion: what it says and opens, how far it is, its ballots and its resolution. */
export function Motion() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreMotion, { id });
  return (
    <Shown read={read} rows={10}>
      {({ node }: CadreMotionQuery) => {
        const motion = found(node) as Whole | null;
        if (!motion) return <Nothing says={t('desk.not-here')} />;
        return <MotionPage {...{ motion, again: read.again }} />;
      }}
    </Shown>
  );
}

function MotionPage({ motion, again }: OfMotion) {
  const { t } = useTranslation();
  const { title, text, state, council, place } = motion;
  return (
    <Page title={title} actions={<MotionActs {...{ motion, again }} />}>
      <Typography.Text>
        <Tag variant="outlined">{t(`cadre.motion.${state}`)}</Tag>{' '}
        {[council?.name, place?.name].filter(Boolean).join(' · ')}
      </Typography.Text>
      <Card size="small">
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
          {text}
        </Typography.Paragraph>
      </Card>
      <MotionFacts motion={motion} />
      <Effect act={motion.act} kind={motion.kind} />
      <Hearings motion={motion} />
      {motion.ballots.length > 0 && (
        <Part title={t('cadre.votes')}>
          {motion.ballots.map((ballot) => (
            <BallotLine key={ballot.id} ballot={ballot} />
          ))}
        </Part>
      )}
      {motion.resolutions.map((resolution) => (
        <Resolution key={resolution.id} {...{ resolution, motion, again }} />
      ))}
    </Page>
  );
}

/** Where it was or will be heard. */
function Hearings({ motion: { id, hearings } }: { readonly motion: Whole }) {
  const { t } = useTranslation();
  const list = useRest(CadreHearings, { id }, hearings, ({ node }) => found(node)?.hearings);
  if (list.data.length === 0) return null;
  return (
    <Part title={t('cadre.meeting.HEARING')}>
      <Lines
        lines={list.data.map(({ id: key, title, startsAt, state }) => ({
          ...{ key, to: `/cadre/meetings/${key}`, title, says: <Moment of={startsAt} /> },
          side: <Tag variant="outlined">{t(`cadre.meeting-state.${state}`)}</Tag>,
        }))}
      />
      <More list={list} of={t('cadre.meeting.HEARING')} />
    </Part>
  );
}

function MotionFacts({ motion }: { readonly motion: Whole }) {
  const { t } = useTranslation();
  const { tabledAs, tabledAt, screenBy, screenedAt, council, mergedInto, heardAt } = motion;
  const silence = council?.rule && t(`cadre.silence.${council.rule.silence}`);
  const waits = motion.state === 'TABLED' && screenBy;
  const names = motion.coSignersNeeded > 0 && `${motion.coSignatures} / ${motion.coSignersNeeded}`;
  return (
    <Facts
      rows={[
        [t('cadre.tabled-as'), t(`cadre.tabler.${tabledAs}`)],
        [t('cadre.tabled-at'), tabledAt && <Moment of={tabledAt} />],
        [t('cadre.co-signatures'), names],
        [
          t('cadre.screen-by'),
          waits && (
            <>
              <Moment of={screenBy} /> {silence}
            </>
          ),
        ],
        [t('cadre.screened-at'), screenedAt && <Moment of={screenedAt} />],
        [t('cadre.screening-reason'), motion.screeningReason],
        [t('cadre.by-silence'), motion.bySilence && t('cadre.by-silence.yes')],
        [t('cadre.heard-at'), heardAt ? <Moment of={heardAt} /> : hearingWord(motion, t)],
        [t('cadre.ended-because'), motion.endedBecause],
        [
          t('cadre.merged-into'),
          mergedInto && <Link to={`/cadre/motions/${mergedInto.id}`}>{mergedInto.title}</Link>,
        ],
      ]}
    />
  );
}

const hearingWord = ({ hearingFirst }: Whole, t: (key: string) => string) =>
  hearingFirst ? t('cadre.hearing-first') : null;
