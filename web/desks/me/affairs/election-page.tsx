import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MeElection, type MeElectionQuery, MeNominate } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Day, Moment } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Ask } from '../parts/ask';
import { type Found, found } from '../../kit/found';
import { Line, Lines } from '../parts/line';
import { Part } from '../../kit/part';
import { Facts } from '../parts/facts';
import { CandidateLine } from './candidate-line';
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
  const { number, seats, state, place, group, ballots, candidates } = ward;
  const isOpen = state === 'NOMINATING' && new Date(election.nominationsUntil) > new Date();
  const standing = candidates.edges.map(({ node }) => node);
  const stands = standing.some(({ resident }) => resident?.id === residence?.id);
  return (
    <Part
      title={`${t('me.election.ward', { number })} · ${group?.name ?? place?.name ?? ''}`}
      actions={
        isOpen &&
        residence && <Nominate ward={ward} residentId={residence.id} stands={stands} done={again} />
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
      {standing.length === 0 && <span>{t('me.election.nobody')}</span>}
    </Part>
  );
}

/** Oneself, or another of the group, whom others then have to support. */
function Nominate(props: {
  readonly ward: Ward;
  readonly residentId: string;
  readonly stands: boolean;
  readonly done: () => void;
}) {
  const { ward, residentId, stands, done } = props;
  const { t } = useTranslation();
  const named = new Set(ward.candidates.edges.map(({ node }) => node.resident?.id));
  const others = (ward.group?.seats.edges ?? []).flatMap(({ node: { name, resident } }) =>
    resident && resident.id !== residentId && !named.has(resident.id)
      ? [{ value: resident.id, label: name ?? '' }]
      : [],
  );
  const self = stands ? [] : [{ value: residentId, label: t('me.election.myself') }];
  return (
    <Ask
      document={MeNominate}
      label={t('me.election.nominate')}
      effect={t('me.election.nominate.effect')}
      fields={[
        {
          ...{ name: 'who', label: t('me.election.who'), kind: 'choice' },
          options: [...self, ...others],
        },
        {
          ...{ name: 'statement', label: t('me.election.statement'), kind: 'lines' },
          ...{ most: 1000, isOptional: true },
        },
      ]}
      input={({ who, statement }) => ({
        ...{ wardId: ward.id, residentId: String(who), organisationId: null },
        statement: statement ? String(statement) : null,
      })}
      done={done}
      isPrimary
    />
  );
}
