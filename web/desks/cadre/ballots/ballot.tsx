import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  CadreBallot,
  type CadreBallotQuery,
  CadreBoxes,
  CadreCloseBallot,
  CadreRecusals,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { useWhole } from '../../kit/use-whole';
import { Part } from '../../kit/part';
import { useWhere } from '../where';
import { BallotLine } from './ballot-line';
import { Boxes } from './boxes';

export type Whole = Extract<NonNullable<CadreBallotQuery['node']>, { readonly id: string }>;
export type OfBallot = { readonly ballot: Whole; readonly again: () => void };

/** A ballot: how far it is, its boxes of papers, its count and its result. */
export function Ballot() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreBallot, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const ballot = found(node);
        if (!ballot) return <Nothing says={t('desk.not-here')} />;
        return <BallotPage {...{ ballot, again: read.again }} />;
      }}
    </Shown>
  );
}

function BallotPage({ ballot, again }: OfBallot) {
  const { t } = useTranslation();
  const { question, choices, voteBy, place, closedAt } = ballot;
  return (
    <Page title={question} actions={<CloseBallot {...{ ballot, again }} />}>
      <Typography.Text>
        {[place?.name, t(`cadre.vote-by.${voteBy}`), choices.join(' / ')]
          .filter(Boolean)
          .join(' · ')}
      </Typography.Text>
      <BallotLine ballot={ballot} />
      {closedAt === null && (
        <Typography.Text>{t('cadre.tokens', { count: ballot.tokensTaken })}</Typography.Text>
      )}
      <Recusals ballot={ballot} />
      {ballot.kind === 'SECRET' && <Boxes {...{ ballot, again }} />}
    </Page>
  );
}

/** Why members stand aside. */
function Recusals({ ballot }: Pick<OfBallot, 'ballot'>) {
  const { t } = useTranslation();
  const list = useRest(
    CadreRecusals,
    { id: ballot.id },
    ballot.recusals,
    ({ node }) => found(node)?.recusals,
  );
  if (list.data.length === 0) return null;
  return (
    <Part title={t('cadre.recusals')}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {list.data.map(({ ground }, n) => (
          <li key={n}>{ground}</li>
        ))}
      </ul>
      <More list={list} of={t('cadre.recusals')} />
    </Part>
  );
}

/** The count: how many boxes it takes in, and that it is for good. */
function CloseBallot({ ballot, again }: OfBallot) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, closedAt, closesAt, tokensTaken } = ballot;
  const isOver = closedAt === null && new Date(closesAt) <= new Date();
  const { data: all } = useWhole(
    CadreBoxes,
    isOver ? [{ id }] : [],
    ({ node }) => found(node)?.paperBoxes,
  );
  if (!isOver || !all || !holds('CADRE', 'OFFICER')) return null;
  const boxes = all.filter(({ state }) => state === 'WITNESSED').length;
  return (
    <ActButton
      document={CadreCloseBallot}
      title={t('cadre.close-ballot')}
      go={t('cadre.close-ballot')}
      button={{ type: 'primary' }}
      given={{ ballotId: id }}
      effect={`${t('cadre.close-ballot.counts', { tokens: tokensTaken, boxes })} ${t('cadre.close-ballot.effect')}`}
      danger
      onDone={again}
    />
  );
}
