import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MeCandidates, MeElection, type MeElectionQuery } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Day, Moment } from '../../kit/figures';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { useRest } from '../../kit/use-rest';
import { type Found, found } from '../../kit/found';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts } from '../parts/facts';
import { CandidateLine } from './candidate-line';
import { Nominate } from './nominate';
import { StateTag } from '../parts/state-tag';

export type Election = Found<MeElectionQuery['node']>;
export type Ward = Election['wards'][number];

/** One election: its wards, who stands, and standing oneself. */
export function ElectionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const read = useRead(MeElection, { id });
  return (
    <Shown read={read}>
      {({ node }) => {
        const election = found(node, 'wards');
        return election ? (
          <OneElection election={election} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneElection(props: { readonly election: Election; readonly again: () => void }) {
  const { election, again } = props;
  const { t } = useTranslation();
  const { council, state, nominationsUntil, termFrom, voteBy, wards, callOffReason } = election;
  return (
    <Page title={t('me.election.of', { council: council?.name })}>
      <Flex gap="small" wrap>
        <StateTag isGood={state === 'CALLED'}>{t(`me.election.state.${state}`)}</StateTag>
      </Flex>
      <Facts
        of={[
          [t('me.election.nominations'), <Moment key="until" of={nominationsUntil} />],
          [t('me.election.term'), <Day key="term" of={termFrom} />],
          [t('me.ballot.votes-once'), t(`me.ballot.by.${voteBy}`)],
          callOffReason ? [t('me.motion.ended'), callOffReason] : null,
        ]}
      />
      {wards.map((ward) => (
        <WardPart key={ward.id} election={election} ward={ward} again={again} />
      ))}
    </Page>
  );
}

function WardPart(props: {
  readonly election: Election;
  readonly ward: Ward;
  readonly again: () => void;
}) {
  const { election, ward, again } = props;
  const { t } = useTranslation();
  const { residence } = useMe();
  const { id, number, seats, state, place, group, ballots } = ward;
  const isOpen = state === 'NOMINATING' && new Date(election.nominationsUntil) > new Date();
  const list = useRest(
    MeCandidates,
    { id },
    ward.candidates,
    ({ node }) => found(node, 'candidates')?.candidates,
  );
  const standing = list.data;
  const named = standing.flatMap(({ resident }) => (resident ? [resident.id] : []));
  return (
    <Part
      title={`${t('me.election.ward', { number })} · ${group?.name ?? place?.name ?? ''}`}
      actions={
        isOpen &&
        residence && <Nominate ward={ward} residentId={residence.id} named={named} done={again} />
      }
    >
      <span>
        {t('me.election.seats', { count: seats })} · {t(`me.election.ward-state.${state}`)}
      </span>
      <Lines>
        {ballots.flatMap(({ ballot }) =>
          ballot
            ? [
                <Line
                  key={ballot.id}
                  title={ballot.question}
                  to={`/me/votes/${encodeURIComponent(ballot.id)}`}
                  state={t(ballot.closedAt ? 'me.ballot.counted' : 'me.ballot.open')}
                >
                  <Moment of={ballot.closesAt} />
                </Line>,
              ]
            : [],
        )}
        {standing.map((candidate) => (
          <CandidateLine
            key={candidate.id}
            candidate={candidate}
            needed={election.rule.supporters}
            isOpen={isOpen}
            again={again}
          />
        ))}
      </Lines>
      <More list={list} of={t('me.election.ward', { number })} />
      {standing.length === 0 && <span>{t('me.election.nobody')}</span>}
    </Part>
  );
}
