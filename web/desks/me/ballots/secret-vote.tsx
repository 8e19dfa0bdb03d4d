import { Alert, Flex, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/viewer';
import { Cast } from './cast';
import type { BallotShown } from './ballot-shown';
import { useKeptVote } from './device/use-kept';
import { HowSecret } from './how-secret';
import { Receipt } from './receipt';
import { TakeToken } from './take-token';

/** A secret vote on this device: at any step it can be left and come back to. */
export function SecretVote(props: { readonly ballot: BallotShown; readonly again: () => void }) {
  const { ballot, again } = props;
  const { person } = useMe();
  const { value: kept, isShut, again: readKept } = useKeptVote(ballot.id, person.id);
  const done = () => void readKept().then(again);
  if (isShut || !window.isSecureContext) return <Told says="me.vote.no-device" isGrave />;
  if (kept === undefined) return <Skeleton active title={false} />;
  return (
    <Flex vertical gap="middle">
      {step()}
      {(ballot.isOpen || kept) && <HowSecret />}
    </Flex>
  );

  function step(): ReactNode {
    if (kept?.isCast) return <Receipt kept={kept} done={done} />;
    if (!ballot.isOpen && kept?.marks) return <Cast ballot={ballot} kept={kept} done={done} />;
    if (!ballot.isOpen) return <Told says="me.vote.over" />;
    if (kept?.signature) return <Cast ballot={ballot} kept={kept} done={done} />;
    if (ballot.me === null) return <Told says="me.vote.not-on-roll" />;
    if (ballot.me.recused) return <Told says="me.vote.aside" />;
    if (ballot.me.paperTaken) return <Told says="me.vote.paper" />;
    if (ballot.me.tokenTaken && !kept)
      return (
        <Told
          says={ballot.voteBy === 'HOUSEHOLD' ? 'me.vote.elsewhere.household' : 'me.vote.elsewhere'}
        />
      );
    return <TakeToken ballot={ballot} isBegun={kept !== null} done={done} />;
  }
}

function Told({ says, isGrave }: { readonly says: string; readonly isGrave?: boolean }) {
  const { t } = useTranslation();
  return <Alert type={isGrave ? 'warning' : 'info'} showIcon title={t(says)} />;
}
