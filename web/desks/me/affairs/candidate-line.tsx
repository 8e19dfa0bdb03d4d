import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { MeAccept, MeSupport, MeWithdrawCandidacy } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Ask } from '../parts/ask';
import { Line } from '../parts/line';
import type { Ward } from './election-page';

type Candidate = Ward['candidates']['edges'][number]['node'];

/** Somebody who stands or was named: others support them, they accept or withdraw. */
export function CandidateLine(props: {
  readonly candidate: Candidate;
  readonly needed: number;
  readonly isOpen: boolean;
  readonly again: () => void;
}) {
  const { candidate, needed, isOpen, again } = props;
  const { t } = useTranslation();
  const { residence } = useMe();
  const { id: candidateId, name, resident, statement, supporters, nominatedAs } = candidate;
  const isMe = resident?.id === residence?.id;
  const isNamed = nominatedAs === 'RESIDENTS' && !candidate.acceptedAt;
  const input = () => ({ candidateId });
  return (
    <Line
      title={name ?? resident?.displayName}
      state={stateOf(candidate, t)}
      isGood={candidate.standing === 'ELECTED' || candidate.acceptedAt !== null}
      actions={
        isOpen &&
        !candidate.withdrawnAt && (
          <>
            {isMe && !candidate.acceptedAt && (
              <Ask
                document={MeAccept}
                label={t('me.election.accept')}
                effect={t('me.election.stand.effect')}
                input={input}
                done={again}
                isPrimary
              />
            )}
            {isMe && (
              <Ask
                document={MeWithdrawCandidacy}
                label={t('me.election.withdraw')}
                effect={t('me.election.withdraw.effect')}
                input={input}
                done={again}
                isGrave
              />
            )}
            {!isMe && isNamed && (
              <Ask
                document={MeSupport}
                label={t('me.election.support')}
                effect={t('me.election.support.effect')}
                input={input}
                done={again}
              />
            )}
          </>
        )
      }
    >
      {t(`me.election.as.${nominatedAs}`)}
      {isNamed && ` · ${t('me.motion.names', { found: supporters, needed })}`}
      {statement && ` · ${statement}`}
    </Line>
  );
}

function stateOf(candidate: Candidate, t: TFunction): string {
  const { withdrawnAt, standing, votes, acceptedAt } = candidate;
  if (withdrawnAt) return t('me.candidate.withdrawn');
  if (standing) return `${t(`me.candidate.${standing}`)} · ${votes ?? 0}`;
  return t(acceptedAt ? 'me.candidate.stands' : 'me.candidate.named');
}
