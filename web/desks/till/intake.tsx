import { Alert, Button, Flex, Form, Input, type InputRef, Radio, Typography } from 'antd';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type TillReceiveGoodsMutation,
  TillReceiveGoods,
  type TillReceiveGoodsMutationVariables,
} from '../../generated/operations';
import { newKey } from '../../kit/new-key';
import { Day } from '../kit/figures';
import { Problems } from '../kit/problems';
import { Page } from '../kit/shown';
import { useAct } from '../kit/use-act';
import { useTill } from './at-store';
import { LinkButton } from './link-button';
import { PaidBy } from './paid-by';
import { PickGoods } from './pick-goods';
import { readScan } from './scan/codes';
import { useScans } from './scan/scans';

type Intaken = TillReceiveGoodsMutationVariables['input'];
type Lot = NonNullable<TillReceiveGoodsMutation['receiveGoods']['lot']>;

/** What is written in the form. */
interface Written {
  readonly productId: string;
  readonly quantity: string;
  readonly source: Intaken['source'];
  readonly expiresOn?: string;
  readonly donorName?: string;
  readonly unitCost?: string;
  readonly paidByPoolId?: string;
}

const SOURCES = ['DONATED', 'OPERATOR_OWNED', 'PURCHASED'] as const;

/** Goods come in: scanned, counted, with their last good day and where they are from. */
export function Intake() {
  const { t } = useTranslation();
  const { store, shelf } = useTill();
  const [form] = Form.useForm<Written>();
  const [key, setKey] = useState(newKey);
  const [received, setReceived] = useState<readonly Lot[]>([]);
  const [unknown, setUnknown] = useState<string | null>(null);
  const quantity = useRef<InputRef>(null);
  const { act, busy, problems, failure } = useAct(TillReceiveGoods);
  const goods = shelf.shelf?.goods ?? [];
  useScans((text) => {
    const code = readScan(text);
    const scanned = goods.find(({ ean }) => code.is === 'goods' && ean === code.ean);
    setUnknown(scanned ? null : text);
    if (!scanned) return;
    form.setFieldsValue({ productId: scanned.id });
    if (code.is === 'goods' && code.expiresOn) form.setFieldsValue({ expiresOn: code.expiresOn });
    quantity.current?.focus();
  });
  const receive = async (written: Written) => {
    const done = await act({ idempotencyKey: key, ...inputOf(store.id, written) });
    if (!done?.lot) return;
    setReceived([done.lot, ...received]);
    setKey(newKey());
    form.resetFields(['productId', 'quantity', 'expiresOn', 'unitCost']);
    shelf.again();
  };
  return (
    <Page
      title={t('till.page.intake')}
      actions={<LinkButton to="/till/import/lots">{t('desk.from-file')}</LinkButton>}
    >
      <Received lots={received} />
      {unknown && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('till.scan.not-here', { ean: unknown })}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        className="till-form"
        initialValues={{ source: 'DONATED' }}
        onFinish={(written) => void receive(written)}
      >
        <Fields goods={goods} quantity={quantity} />
        <Flex vertical gap="small" align="start">
          <Problems problems={problems} failure={failure} />
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {t('till.receive')}
          </Button>
        </Flex>
      </Form>
    </Page>
  );
}

function inputOf(storeId: string, written: Written): Omit<Intaken, 'idempotencyKey'> {
  const { productId, quantity, source, expiresOn, donorName, unitCost, paidByPoolId } = written;
  const isGiven = source === 'DONATED';
  return {
    ...{ storeId, productId, source, quantity: Number(quantity), donorOrganisationId: null },
    expiresOn: expiresOn || null,
    donorName: (isGiven && donorName) || null,
    unitCost: !isGiven && unitCost ? { amount: unitCost.trim(), currency: 'CNY' } : null,
    paidByPoolId: (source === 'PURCHASED' && paidByPoolId) || null,
  };
}

function Fields(props: {
  readonly goods: Parameters<typeof PickGoods>[0]['goods'];
  readonly quantity: RefObject<InputRef>;
}) {
  const { t } = useTranslation();
  const source = Form.useWatch<Intaken['source'] | undefined>('source');
  const required = [{ required: true, message: t('sign-in.missing') }];
  const whole = { pattern: /^\s*[1-9]\d{0,5}\s*$/, message: t('till.whole') };
  return (
    <>
      <Form.Item name="productId" label={t('till.goods')} rules={required}>
        <PickGoods goods={props.goods} />
      </Form.Item>
      <Flex gap="middle" wrap>
        <Form.Item name="quantity" label={t('till.pieces')} rules={[...required, whole]}>
          <Input ref={props.quantity} inputMode="numeric" autoComplete="off" size="large" />
        </Form.Item>
        <Form.Item name="expiresOn" label={t('till.good-until')}>
          <Input type="date" size="large" />
        </Form.Item>
      </Flex>
      <Form.Item name="source" label={t('till.source')}>
        <Radio.Group
          options={SOURCES.map((value) => ({ value, label: t(`till.source.${value}`) }))}
        />
      </Form.Item>
      {source === 'DONATED' ? (
        <Form.Item
          name="donorName"
          label={t('till.donor')}
          extra={<Link to="/till/gifts/new">{t('store.gift.with-slip')}</Link>}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      ) : (
        <Form.Item name="unitCost" label={t('till.unit-cost')} rules={required}>
          <Input inputMode="decimal" prefix="¥" autoComplete="off" style={{ maxWidth: 200 }} />
        </Form.Item>
      )}
      {source === 'PURCHASED' && <PaidBy rules={required} />}
    </>
  );
}

/** What has come in since the page was opened, the last first. */
function Received({ lots }: { readonly lots: readonly Lot[] }) {
  const { t } = useTranslation();
  if (lots.length === 0) return null;
  return (
    <ul className="till-cards" aria-label={t('till.received')} aria-live="polite">
      {lots.map(({ id, product, quantity, expiresOn }) => (
        <li key={id} className="till-card">
          <Typography.Text>
            {t('till.received.one', { name: product.name, count: quantity })}{' '}
            {expiresOn && (
              <>
                {t('till.good-until')} <Day of={expiresOn} />
              </>
            )}
          </Typography.Text>
        </li>
      ))}
    </ul>
  );
}
