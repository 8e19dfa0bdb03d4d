import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreAllot,
  CadreBodies,
  CadrePublishProcedure,
  CadreSetAllotmentPolicy,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import { useWhere } from '../where';
import type { Funds } from './board';

const SHIPPED = ['NINE_STEPS', 'SMALL_REPAIRS'] as const;
const UNSPENT = ['CARRIED', 'RETURNED'] as const;

/** What officers decide about public money: what is allotted, by which rate, by which steps. */
export function Allot({ place, onDone }: { readonly place: Funds; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const today = localOf(new Date(), place.timeZone).slice(0, 10);
  const year = Number(today.slice(0, 4));
  const isOfficer = holds('OFFICER');
  const { data: bodies } = useWhole(
    CadreBodies,
    isOfficer ? [{ place: place.id, kind: 'PUBLIC_FUND' as const }] : [],
    ({ node }) => found(node)?.organisations,
  );
  if (!isOfficer || !bodies) return null;
  const offices = bodies.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Flex gap="small" wrap className="no-print">
      <ActButton
        document={CadreAllot}
        title={t('cadre.allot')}
        go={t('cadre.allot')}
        given={{ communityId: place.id }}
        effect={t('cadre.allot.effect', { place: place.name })}
        keyed
        onDone={onDone}
        fields={[
          {
            ...{ name: 'year', kind: 'choice', label: t('cadre.fund.year'), first: year },
            options: [year, year + 1].map((each) => ({ value: each, label: String(each) })),
          },
          { name: 'name', kind: 'line', label: t('cadre.allot.name') },
          {
            ...{ name: 'officeId', kind: 'choice', label: t('cadre.allot.office') },
            ...{ options: offices, first: offices[0]?.value },
          },
        ]}
      />
      <ActButton
        document={CadreSetAllotmentPolicy}
        title={t('cadre.policy')}
        go={t('cadre.policy.go')}
        given={{ placeId: place.id }}
        onDone={onDone}
        fields={[
          { name: 'validFrom', kind: 'day', label: t('cadre.policy.from'), first: today },
          { name: 'perHundred', kind: 'money', label: t('cadre.policy.per-hundred') },
          { name: 'floor', kind: 'money', label: t('cadre.policy.floor'), optional: true },
          {
            ...{ name: 'unspent', kind: 'choice', label: t('cadre.policy.unspent') },
            first: 'CARRIED',
            options: UNSPENT.map((each) => ({ value: each, label: t(`cadre.unspent.${each}`) })),
          },
        ]}
      />
      <ActButton
        document={CadrePublishProcedure}
        title={t('cadre.publish')}
        go={t('cadre.publish.go')}
        given={{ placeId: place.id }}
        effect={t('cadre.publish.effect')}
        onDone={onDone}
        fields={[
          {
            ...{ name: 'shipped', kind: 'choice', label: t('cadre.start.procedure') },
            options: SHIPPED.map((each) => ({
              ...{ value: each, label: t(`cadre.procedure.${each}`) },
            })),
          },
        ]}
        shape={(input) => ({ ...input, code: String(input.shipped).toLowerCase() })}
      />
    </Flex>
  );
}
