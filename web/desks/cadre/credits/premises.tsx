import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreEndPremises,
  CadrePremises,
  type CadrePremisesQuery,
  CadreRecordPremises,
  CadreRenewPremises,
} from '../../../generated/operations';
import type { ActField } from '../../kit/act-field';
import { daysAfter, todayIn } from '../../../kit/days';
import { ActButton } from '../../kit/act-form';
import { Day, Money } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Part } from '../../kit/part';
import { type Connection, useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import type { StoreShown } from './store';

type Agreements = NonNullable<Found<CadrePremisesQuery['node']>['premisesAgreements']>;
type Agreement = Agreements extends Connection<infer Node> ? Node : never;

const rent = (label: string): ActField => ({
  ...{ name: 'monthlyRent', kind: 'money', label },
  optional: true,
});

/** Who lends a store its premises, from when until when: for officers alone. */
export function Premises({ store }: { readonly store: StoreShown }) {
  const { t } = useTranslation();
  const { id } = store;
  const list = useList(CadrePremises, { id }, ({ node }) => found(node)?.premisesAgreements);
  return (
    <Part
      title={t('cadre.premises')}
      actions={
        <ActButton
          document={CadreRecordPremises}
          title={t('cadre.premises.record')}
          go={t('cadre.premises.record')}
          given={{ storeId: id }}
          fields={[
            { name: 'address', kind: 'line', label: t('cadre.address') },
            { name: 'from', kind: 'day', label: t('cadre.premises.from') },
            { name: 'until', kind: 'day', label: t('cadre.premises.until') },
            rent(t('cadre.premises.rent')),
            { name: 'terms', kind: 'text', label: t('cadre.premises.terms') },
          ]}
          shape={({ from, until, ...written }) => ({ ...written, period: { from, until } })}
          onDone={list.again}
        />
      }
    >
      <LinkList
        list={list}
        none={t('cadre.premises.none')}
        line={(agreement) => ({
          ...{ key: agreement.id, title: `${agreement.owner.name} · ${agreement.address}` },
          says: <Says agreement={agreement} />,
          side: <Acts agreement={agreement} again={list.again} />,
        })}
      />
    </Part>
  );
}

function Says({ agreement }: { readonly agreement: Agreement }) {
  const { period, endsOn, monthlyRent, terms, endReason } = agreement;
  return (
    <>
      <Day of={period.from} /> – <Day of={daysAfter(endsOn, -1)} /> · <Money of={monthlyRent} /> ·{' '}
      {terms}
      {endReason && ` · ${endReason}`}
    </>
  );
}

/** While it holds, it may go on or end early. */
function Acts(props: { readonly agreement: Agreement; readonly again: () => void }) {
  const { agreement, again } = props;
  const { t } = useTranslation();
  const { id: agreementId, endsOn, terms } = agreement;
  const today = todayIn('Asia/Shanghai');
  if (endsOn <= today) return null;
  return (
    <Flex gap="small" wrap>
      <ActButton
        document={CadreRenewPremises}
        title={t('cadre.premises.renew')}
        button={{ size: 'small' }}
        go={t('cadre.premises.renew')}
        given={{ agreementId }}
        fields={[
          { name: 'until', kind: 'day', label: t('cadre.premises.until') },
          rent(t('cadre.premises.rent')),
          { name: 'terms', kind: 'text', label: t('cadre.premises.terms'), first: terms },
        ]}
        onDone={again}
      />
      <ActButton
        document={CadreEndPremises}
        title={t('cadre.premises.end')}
        button={{ size: 'small' }}
        go={t('cadre.premises.end')}
        given={{ agreementId }}
        danger
        fields={[
          { name: 'on', kind: 'day', label: t('cadre.premises.until'), first: today },
          { name: 'reason', kind: 'text', label: t('cadre.reason') },
        ]}
        onDone={again}
      />
    </Flex>
  );
}
