import { useTranslation } from 'react-i18next';
import {
  CadreCallOff,
  CadreCandidates,
  CadreConcludeElection,
  CadreCountWard,
  CadreOpenWard,
  CadreRunOff,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { useWhere } from '../where';
import type { OfElection, Ward } from './election';

/** Ending an election: giving the seats that were won, or calling it off. */
export function ElectionActs({ election, again }: OfElection) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, state, wards } = election;
  if (state !== 'CALLED' || !holds('CADRE', 'OFFICER')) return null;
  const isShort = wards.some((ward) => ward.state !== 'FILLED');
  const isCounted = wards.every((ward) => ward.state === 'FILLED' || ward.state === 'SHORT');
  return (
    <>
      {isCounted && (
        <ActButton
          document={CadreConcludeElection}
          title={t('cadre.election.conclude')}
          go={t('cadre.election.conclude')}
          button={{ type: 'primary' }}
          given={{ electionId: id, ...(isShort && { short: true }) }}
          effect={t(isShort ? 'cadre.election.conclude.short' : 'cadre.election.conclude.effect')}
          danger
          onDone={again}
        />
      )}
      <ActButton
        document={CadreCallOff}
        title={t('cadre.election.call-off')}
        go={t('cadre.election.call-off')}
        given={{ electionId: id }}
        effect={t('cadre.election.call-off.effect')}
        danger
        onDone={again}
        fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
      />
    </>
  );
}

/** Opening a ward's ballot, counting it, and voting again where candidates are tied. */
export function WardActs({ ward, election, again }: OfElection & { readonly ward: Ward }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, state, seats } = ward;
  const { data: candidates } = useWhole(
    CadreCandidates,
    state === 'NOMINATING' ? [{ id }] : [],
    ({ node }) => found(node)?.candidates,
  );
  if (election.state !== 'CALLED' || !holds('CADRE', 'OFFICER')) return null;
  const standing = (candidates ?? []).filter(
    ({ acceptedAt, withdrawnAt }) => acceptedAt && !withdrawnAt,
  );
  const ask = [
    { name: 'question', kind: 'line' as const, label: t('cadre.ask.question') },
    {
      ...{ name: 'closesAt', kind: 'moment' as const, label: t('cadre.closes-at') },
      first: localOf(new Date(Date.now() + 7 * 86_400_000)),
    },
  ];
  const common = { given: { wardId: id }, danger: true, onDone: again };
  if (state === 'VOTING')
    return (
      <ActButton
        {...common}
        document={CadreCountWard}
        title={t('cadre.ward.count.do')}
        go={t('cadre.ward.count.do')}
        effect={t('cadre.close-ballot.effect')}
      />
    );
  if (state === 'TIED')
    return (
      <ActButton
        {...common}
        document={CadreRunOff}
        title={t('cadre.ward.run-off')}
        go={t('cadre.ward.run-off')}
        effect={t('cadre.ward.run-off.effect')}
        fields={ask}
      />
    );
  if (state === 'FILLED') return null;
  return (
    <ActButton
      {...common}
      document={CadreOpenWard}
      title={t('cadre.ward.open')}
      go={t('cadre.ward.open')}
      effect={t('cadre.ward.open.effect', { seats, count: standing.length })}
      fields={ask}
    />
  );
}
