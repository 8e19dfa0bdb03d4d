import { useTranslation } from 'react-i18next';
import { CadreCallElection, CadreDissolveCouncil } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { useWhere } from '../where';
import type { OfCouncil } from './council';
import { SeatMembers } from './seat-members';

const inDays = (days: number) => localOf(new Date(Date.now() + days * 86_400_000));

/** Seating all members at once, and dissolving it: for officers alone. */
export function CouncilActs({ council, again }: OfCouncil) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, dissolvedAt, rule } = council;
  if (dissolvedAt) return null;
  return (
    <>
      {holds('CADRE', 'OFFICER') && rule && <SeatMembers {...{ council, again }} />}
      {holds('OFFICER') && (
        <ActButton
          document={CadreDissolveCouncil}
          title={t('cadre.dissolve')}
          go={t('cadre.dissolve')}
          given={{ councilId: id }}
          effect={t('cadre.dissolve.effect', { name: council.name })}
          danger
          onDone={again}
          fields={[{ name: 'reason', kind: 'text', label: t('cadre.reason') }]}
        />
      )}
    </>
  );
}

/** Calls an election: in one ward, or a ward for each group whose members choose. */
export function ElectionAct({ council, again }: OfCouncil) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const { id, dissolvedAt, composition, rule } = council;
  if (dissolvedAt || !holds('CADRE', 'OFFICER')) return null;
  const groups = composition.flatMap(({ group }) => (group ? [group] : []));
  const perGroup = groups.map((group) => ({
    ...{ name: group.id, kind: 'whole' as const, first: String(rule?.seatsPerGroup ?? 1) },
    label: t('cadre.election.seats-of', { name: group.name }),
  }));
  const voteBy = ['RESIDENT', 'HOUSEHOLD'] as const;
  return (
    <ActButton
      document={CadreCallElection}
      title={t('cadre.election.call')}
      go={t('cadre.election.call')}
      given={{ councilId: id }}
      effect={t('cadre.election.call.effect')}
      onDone={again}
      shape={(input) => ({
        ...{ termFrom: input.termFrom, voteBy: input.voteBy },
        nominationsUntil: input.nominationsUntil,
        wards:
          groups.length > 0
            ? groups.map((group) => ({ groupId: group.id, seats: input[group.id] }))
            : [{ seats: input.seats }],
      })}
      fields={[
        {
          ...{ name: 'termFrom', kind: 'day', label: t('cadre.election.term') },
          first: inDays(30).slice(0, 10),
        },
        {
          ...{ name: 'nominationsUntil', kind: 'moment', label: t('cadre.election.nominations') },
          first: inDays(10),
        },
        {
          ...{ name: 'voteBy', kind: 'choice', label: t('cadre.vote-by'), first: 'RESIDENT' },
          options: voteBy.map((each) => ({ value: each, label: t(`cadre.vote-by.${each}`) })),
        },
        ...(perGroup.length > 0
          ? perGroup
          : [
              {
                ...{ name: 'seats', kind: 'whole' as const, label: t('cadre.election.seats') },
                first: String(rule?.minSeats ?? 5),
              },
            ]),
      ]}
    />
  );
}
