import { Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  CadreCandidates,
  CadreElection,
  type CadreElectionQuery,
} from '../../../generated/operations';
import { Day, Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { Facts } from '../parts/facts';
import { Lines } from '../parts/link-list';
import { Part } from '../../kit/part';
import { ElectionActs, WardActs } from './election-acts';

export type Whole = Extract<NonNullable<CadreElectionQuery['node']>, { readonly id: string }>;
export type Ward = Whole['wards'][number];
export type OfElection = { readonly election: Whole; readonly again: () => void };

/** An election: its wards, who stands, and what the votes came to. */
export function Election() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(CadreElection, { id });
  return (
    <Shown read={read} rows={8}>
      {({ node }) => {
        const election = found(node);
        if (!election) return <Nothing says={t('desk.not-here')} />;
        return <ElectionPage {...{ election, again: read.again }} />;
      }}
    </Shown>
  );
}

function ElectionPage({ election, again }: OfElection) {
  const { t } = useTranslation();
  const { council, state, termFrom, nominationsUntil, voteBy, callOffReason } = election;
  return (
    <Page
      title={t('cadre.election.of', { name: council?.name })}
      actions={<ElectionActs {...{ election, again }} />}
    >
      <Facts
        rows={[
          [t('cadre.motions.state'), t(`cadre.election.${state}`)],
          [t('cadre.election.term'), <Day key="term" of={termFrom} />],
          [t('cadre.election.nominations'), <Moment key="until" of={nominationsUntil} />],
          [t('cadre.vote-by'), t(`cadre.vote-by.${voteBy}`)],
          [t('cadre.because'), callOffReason],
        ]}
      />
      {election.wards.map((ward) => (
        <WardPart key={ward.id} {...{ ward, election, again }} />
      ))}
    </Page>
  );
}

function WardPart({ ward, election, again }: OfElection & { readonly ward: Ward }) {
  const { t } = useTranslation();
  const { id, number, seats, state, place, group, candidates } = ward;
  const list = useRest(CadreCandidates, { id }, candidates, ({ node }) => found(node)?.candidates);
  return (
    <Part
      title={
        <>
          {t('cadre.ward', { number })} {group?.name ?? place?.name}{' '}
          <Tag variant="outlined">{t(`cadre.ward.${state}`)}</Tag>
        </>
      }
      actions={<WardActs {...{ ward, election, again }} />}
    >
      <Typography.Text>{t('cadre.seats', { count: seats })}</Typography.Text>
      {ward.ballots.map(({ round, count }) =>
        count ? (
          <Card key={round} size="small">
            {t('cadre.ward.count', {
              ...{ took: count.tookPart, base: count.base, turnout: count.turnoutNeeded },
              ...{ round, votes: count.votesNeeded },
            })}
          </Card>
        ) : null,
      )}
      <Lines
        lines={list.data.map((node) => ({
          ...{ key: node.id, title: node.name },
          says: [
            t(node.withdrawnAt ? 'cadre.candidate.withdrawn' : acceptedWord(node.acceptedAt)),
            node.votes !== null && t('cadre.candidate.votes', { count: node.votes }),
          ]
            .filter(Boolean)
            .join(' · '),
          side: node.standing && (
            <Flex gap={4}>
              <Tag variant="outlined">
                {t(`cadre.standing.${node.standing}`)} {node.rank}
              </Tag>
            </Flex>
          ),
        }))}
      />
      <More list={list} of={t('cadre.ward', { number })} />
    </Part>
  );
}

const acceptedWord = (acceptedAt: string | null) =>
  acceptedAt ? 'cadre.candidate.accepted' : 'cadre.candidate.nominated';
