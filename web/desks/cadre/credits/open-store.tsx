import { useTranslation } from 'react-i18next';
import {
  CadreOpenStore,
  CadreProjectSeat,
  CadreProjectSubjects,
  MePools,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { useRead } from '../../kit/use-read';
import { useWhole } from '../../kit/use-whole';
import { type Community, useWhere } from '../where';

/** Opens a charity supermarket: who runs it, which pool pays, who lends the premises. */
export function OpenStore(props: { readonly here: Community; readonly again: () => void }) {
  const { holds } = useWhere();
  return holds('OFFICER') ? <Form {...props} /> : null;
}

function Form({ here, again }: { readonly here: Community; readonly again: () => void }) {
  const { t } = useTranslation();
  const seat = useRead(CadreProjectSeat, { placeId: here.id });
  const above = found(seat.data?.node)?.parent?.id;
  const seats = [here.id, ...(above ? [above] : [])].map((placeId) => ({ placeId }));
  const bodies = useWhole(CadreProjectSubjects, seats, ({ node }) => found(node)?.organisations);
  const pools = useWhole(MePools, [{ communityId: here.id }], ({ node }) => found(node)?.pools);
  const all = bodies.data ?? [];
  const choice = (name: string, label: string, from: readonly { id: string; name: string }[]) => ({
    ...{ name, kind: 'choice' as const, label },
    options: from.map((each) => ({ value: each.id, label: each.name })),
  });
  return (
    <ActButton
      document={CadreOpenStore}
      title={t('cadre.stores.open')}
      go={t('cadre.stores.open')}
      given={{ communityId: here.id }}
      effect={t('cadre.stores.open.effect', { name: here.name })}
      fields={[
        { name: 'name', kind: 'line', label: t('cadre.name') },
        {
          ...{ name: 'code', kind: 'line', label: t('cadre.stores.code') },
          help: t('cadre.stores.code.help'),
        },
        choice(
          'operatorId',
          t('cadre.stores.operator'),
          all.filter(({ kind }) => kind === 'SUPERMARKET_OPERATOR'),
        ),
        choice(
          'poolId',
          t('cadre.stores.pool'),
          (pools.data ?? []).filter(({ closedOn }) => closedOn === null),
        ),
        choice('premisesOwnerId', t('cadre.premises.owner'), all),
      ]}
      onDone={again}
    />
  );
}
