import { Form, type FormRule, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillPools } from '../../generated/operations';
import { found } from '../kit/found';
import { Failure } from '../kit/problems';
import { useRead } from '../kit/use-read';
import { useTill } from './at-store';

/** Which of the place's pools has bought the goods. */
export function PaidBy({ rules }: { readonly rules: FormRule[] }) {
  const { t } = useTranslation();
  const { store } = useTill();
  const read = useRead(TillPools, { storeId: store.id });
  const told = found(read.data?.node);
  const options = (told?.place.pools.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.name,
  }));
  if (read.error) return <Failure error={read.error} again={read.again} />;
  return (
    <Form.Item name="paidByPoolId" label={t('till.paid-by')} rules={rules}>
      <Select options={options} loading={read.loading} />
    </Form.Item>
  );
}
