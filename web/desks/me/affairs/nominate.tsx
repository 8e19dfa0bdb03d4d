import { useTranslation } from 'react-i18next';
import { MeNominate, MeSitting } from '../../../generated/operations';
import { localOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { Ask } from '../parts/ask';
import type { Ward } from './election-page';

/** Oneself, or another of the group, whom others then have to support. */
export function Nominate(props: {
  readonly ward: Ward;
  readonly residentId: string;
  /** Who stands already. */
  readonly named: readonly string[];
  readonly done: () => void;
}) {
  const { ward, residentId, named, done } = props;
  const { t } = useTranslation();
  const today = localOf(new Date()).slice(0, 10);
  const { data: sitting = [] } = useWhole(
    MeSitting,
    ward.group ? [{ id: ward.group.id, today }] : [],
    ({ node }) => found(node, 'seats')?.seats,
  );
  const taken = new Set([residentId, ...named]);
  const others = sitting.flatMap(({ name, resident }) =>
    resident && !taken.has(resident.id) ? [{ value: resident.id, label: name ?? '' }] : [],
  );
  const self = named.includes(residentId)
    ? []
    : [{ value: residentId, label: t('me.election.myself') }];
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
