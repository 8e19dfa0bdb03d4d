import { Button, Checkbox, Flex, Form, Input, Radio, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillGivers } from '../../../generated/operations';
import { found } from '../../kit/found';
import type { Problem } from '../../kit/use-act';
import { useWhole } from '../../kit/use-whole';
import { useTill } from '../at-store';
import type { Find } from '../counter/use-find';
import { FindCustomer } from '../counter/find-customer';
import { type Gift, GIVERS } from './gift';
import { saidAt } from '../said-at';

interface GiverProps {
  readonly gift: Gift;
  readonly change: (more: Partial<Gift>) => void;
  readonly problems: readonly Problem[];
}

/** Who gives: nobody who wants to be named, somebody from outside, a body, or a resident. */
export function GiverFields(props: GiverProps & { readonly find: Find }) {
  const { gift, change, problems, find } = props;
  const { t } = useTranslation();
  const { giver, giverName, named } = gift;
  return (
    <section aria-label={t('store.gift.giver')}>
      <Form.Item label={t('store.gift.giver')}>
        <Radio.Group
          aria-label={t('store.gift.giver')}
          value={giver}
          onChange={({ target }) => change({ giver: target.value as Gift['giver'] })}
          options={GIVERS.map((value) => ({ value, label: t(`store.gift.giver.${value}`) }))}
        />
      </Form.Item>
      {giver === 'outside' && (
        <Form.Item
          label={t('store.gift.name')}
          htmlFor="gift-name"
          {...saidAt(problems, 'giverName')}
        >
          <Input
            id="gift-name"
            value={giverName}
            maxLength={100}
            size="large"
            autoComplete="off"
            onChange={({ target }) => change({ giverName: target.value })}
          />
        </Form.Item>
      )}
      {giver === 'organisation' && <Body {...props} />}
      {giver === 'resident' && <Neighbour {...{ gift, change, problems, find }} />}
      {giver !== 'nobody' && (
        <Checkbox checked={named} onChange={({ target }) => change({ named: target.checked })}>
          {t('store.gift.named')}
        </Checkbox>
      )}
    </section>
  );
}

function Body({ gift, change, problems }: GiverProps) {
  const { t } = useTranslation();
  const placeId = useTill().store.place.id;
  const list = useWhole(TillGivers, [{ placeId }], ({ node }) => found(node)?.organisations);
  return (
    <Form.Item
      label={t('store.gift.giver.organisation')}
      htmlFor="gift-body"
      {...saidAt(problems, 'organisationId')}
    >
      <Select
        id="gift-body"
        size="large"
        value={gift.organisationId}
        loading={list.loading}
        onChange={(organisationId: string | null) => change({ organisationId })}
        showSearch={{ optionFilterProp: 'label' }}
        options={(list.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

/** A resident, by card, number or name; and how they are thanked. */
function Neighbour(props: GiverProps & { readonly find: Find }) {
  const { gift, change, problems, find } = props;
  const { t } = useTranslation();
  const { resident, thanks } = gift;
  if (!resident) return <FindCustomer find={find} field={{ current: null }} />;
  return (
    <>
      <Form.Item {...saidAt(problems, 'residentId')}>
        <Flex gap="small" align="center" wrap>
          <Typography.Text strong className="till-called">
            {resident.called}
          </Typography.Text>
          <Button onClick={() => change({ resident: null })}>{t('till.another')}</Button>
        </Flex>
      </Form.Item>
      <Form.Item label={t('store.gift.thanks')} {...saidAt(problems, 'thanks')}>
        <Radio.Group
          aria-label={t('store.gift.thanks')}
          value={thanks}
          onChange={({ target }) => change({ thanks: target.value as Gift['thanks'] })}
          options={(['ACKNOWLEDGEMENT', 'CREDITS'] as const).map((value) => ({
            ...{ value, label: t(`store.thanks.${value}`) },
          }))}
        />
      </Form.Item>
    </>
  );
}
