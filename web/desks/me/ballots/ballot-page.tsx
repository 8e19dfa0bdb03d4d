import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MeBallot, MeStandAside } from '../../../generated/operations';
import { Count, Moment } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Ask } from '../parts/ask';
import { Facts } from '../parts/facts';
import { ballotShown, type BallotShown } from './ballot-shown';
import { NamedVote } from './named-vote';
import { Outcome, ruleInWords } from './outcome';
import { RecountPart } from './recount';
import { RollCall } from './roll-call';
import { SecretVote } from './secret-vote';
import { StateTag } from '../parts/state-tag';

/** One ballot: cast a vote while it is open; see the result, find one's own, count again after. */
export function BallotPage() {
  const { id = '' } = useParams();
  const read = useRead(MeBallot, { id });
  const { t } = useTranslation();
  return (
    <Shown read={read}>
      {(data) => {
        const ballot = ballotShown(data);
        return ballot ? (
          <OneBallot ballot={ballot} again={read.again} />
        ) : (
          <Nothing says={t('desk.not-here')} />
        );
      }}
    </Shown>
  );
}

function OneBallot({
  ballot,
  again,
}: {
  readonly ballot: BallotShown;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const isSecret = ballot.kind === 'SECRET';
  return (
    <Page title={ballot.question} actions={<StandAside ballot={ballot} again={again} />}>
      <Flex gap="small" wrap>
        <StateTag>{t(`me.ballot.kind.${ballot.kind}`)}</StateTag>
        <StateTag isGood={ballot.isOpen}>
          {t(ballot.isOpen ? 'me.ballot.open' : 'me.ballot.closed')}
        </StateTag>
      </Flex>
      {isSecret ? (
        <SecretVote ballot={ballot} again={again} />
      ) : (
        <NamedVote ballot={ballot} again={again} />
      )}
      {ballot.result && <Outcome ballot={ballot} />}
      {isSecret && <RecountPart ballot={ballot} />}
      {!isSecret && ballot.closedAt && <RollCall id={ballot.id} />}
      <BallotFacts ballot={ballot} />
    </Page>
  );
}

function BallotFacts({ ballot }: { readonly ballot: BallotShown }) {
  const { t } = useTranslation();
  const { place, voteBy, closesAt, onRoll, aside, tokensTaken, rule, kind } = ballot;
  return (
    <Facts
      of={[
        [t('me.ballot.asked'), place?.name],
        [t('me.ballot.closes'), <Moment key="closes" of={closesAt} />],
        [t('me.ballot.votes-once'), t(`me.ballot.by.${voteBy}`)],
        [t('me.ballot.on-roll'), <Count key="roll" of={onRoll - aside} />],
        kind === 'SECRET' ? [t('me.ballot.tokens'), <Count key="tokens" of={tokensTaken} />] : null,
        [t('me.ballot.decides'), rule ? ruleInWords(rule, t) : t('me.ballot.opinion')],
      ]}
    />
  );
}

/** Whoever has an interest in what is decided says so, and has no vote. */
function StandAside({
  ballot,
  again,
}: {
  readonly ballot: BallotShown;
  readonly again: () => void;
}) {
  const { t } = useTranslation();
  const { me, isOpen, rule, id } = ballot;
  const isUsed = !me || me.recused || me.paperTaken || me.tokenTaken || me.rollCallMarks;
  if (!isOpen || !rule || isUsed) return null;
  return (
    <Ask
      document={MeStandAside}
      label={t('me.aside')}
      effect={t('me.aside.effect')}
      fields={[{ name: 'ground', label: t('me.aside.ground'), kind: 'lines', most: 500 }]}
      input={({ ground }) => ({ ballotId: id, ground: String(ground) })}
      done={again}
      isGrave
    />
  );
}
