import { useTranslation } from 'react-i18next';
import { CadreSeatMembers } from '../../../generated/operations';
import type { ActField } from '../../kit/act-field';
import { ActButton } from '../../kit/act-form';
import { localOf, type Written } from '../../kit/act-input';
import { ResidentPicker } from '../parts/resident-picker';
import type { OfCouncil } from './council';

const ids = (chosen: unknown) => (chosen ?? []) as readonly string[];

/** Where a council is made of groups, each member sits for one. */
const membersOf = (input: Written, groups: readonly { readonly id: string }[]) =>
  groups.length > 0
    ? groups.flatMap(({ id: groupId }) =>
        ids(input[groupId]).map((residentId) => ({ residentId, groupId })),
      )
    : ids(input.members).map((residentId) => ({ residentId }));

/** Seats a whole term at once: members of each group that a council is made of, or all of them. */
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
      shape={(input) => ({ validFrom: input.validFrom, members: membersOf(input, groups) })}
      fields={[
        ...(groups.length > 0
          ? groups.map((group) => pick(group.id, t('cadre.members.of', { name: group.name }), true))
          : [pick('members', t('cadre.members'), false)]),
        {
          ...{ name: 'validFrom', kind: 'day', label: t('cadre.valid-from') },
          first: localOf(new Date()).slice(0, 10),
        },
      ]}
    />
  );
}
