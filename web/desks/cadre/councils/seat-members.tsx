import { useTranslation } from 'react-i18next';
import { CadreSeatMembers } from '../../../generated/operations';
import type { ActField } from '../../kit/act-field';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { ResidentPicker } from '../parts/resident-picker';
import type { OfCouncil } from './council';

const ids = (chosen: unknown) => (chosen ?? []) as readonly string[];

/** Seats a whole term at once: for each group that a council is made of, and for everybody. */
export function SeatMembers({ council, again }: OfCouncil) {
  const { t } = useTranslation();
  const { id, rule, place, composition } = council;
  const community = place?.lineage.find(({ kind }) => kind === 'COMMUNITY');
  const groups = composition.flatMap(({ group }) => (group ? [group] : []));
  const pick = (name: string, label: string, optional: boolean): ActField => ({
    ...{ name, kind: 'own', label, optional },
    control: <ResidentPicker communityId={community?.id ?? ''} label={label} several />,
  });
  return (
    <ActButton
      document={CadreSeatMembers}
      title={t('cadre.seat-members')}
      go={t('cadre.seat-members')}
      given={{ councilId: id }}
      effect={t('cadre.seat-members.effect', { count: rule?.minSeats ?? 0 })}
      onDone={again}
      shape={(input) => ({
        validFrom: input.validFrom,
        members: [
          ...groups.flatMap((group) =>
            ids(input[group.id]).map((residentId) => ({ residentId, groupId: group.id })),
          ),
          ...ids(input.members).map((residentId) => ({ residentId })),
        ],
      })}
      fields={[
        ...groups.map((group) => pick(group.id, t('cadre.members.of', { name: group.name }), true)),
        pick('members', t('cadre.members'), groups.length > 0),
        {
          ...{ name: 'validFrom', kind: 'day', label: t('cadre.valid-from') },
          first: localOf(new Date()).slice(0, 10),
        },
      ]}
    />
  );
}
