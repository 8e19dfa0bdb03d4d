import { Alert, Button, Flex, Form, Input, type InputRef, Radio } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  TillLots,
  type TillLotsQuery,
  TillRecordCount,
  type TillStockTakeFragment,
} from '../../generated/operations';
import { day } from '../../kit/figures';
import { useLanguage } from '../kit/figures';
import { found } from '../kit/found';
import { Problems } from '../kit/problems';
import { Shown } from '../kit/shown';
import { useAct } from '../kit/use-act';
import { useList } from '../kit/use-list';
import type { StockCount } from './count-table';
import { CameraButton } from './scan/camera-button';
import { readScan } from './scan/codes';
import { useScans } from './scan/scans';

type Lot = Extract<
  NonNullable<TillLotsQuery['node']>,
  { readonly id: string }
>['lots']['edges'][number]['node'];

/** Counts lot by lot: a scan finds the goods, the number is typed, Enter keeps it for good. */
export function CountGoods(props: {
  readonly take: TillStockTakeFragment;
  readonly counted: readonly StockCount[];
  readonly done: () => void;
}) {
  const { take, counted, done } = props;
  const { t } = useTranslation();
  const storeId = take.store.id;
  const lots = useList(TillLots, { storeId }, ({ node }) => found(node)?.lots);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format();
  const before = useMemo(() => new Set(counted.map(({ lot }) => lot.id)), [counted]);
  return (
    <Shown read={lots}>
      {(all) => (
        <section className="till-form" aria-label={t('till.stock-take.count')}>
          <CountLot
            takeId={take.id}
            lots={all.filter(
              (lot) =>
                !before.has(lot.id) &&
                !lot.recalledAt &&
                (!lot.expiresOn || lot.expiresOn >= today),
            )}
            done={done}
          />
          {lots.more && (
            <Button onClick={lots.more} loading={lots.busy}>
              {t('desk.more')}
            </Button>
          )}
        </section>
      )}
    </Shown>
  );
}

function CountLot(props: {
  readonly takeId: string;
  readonly lots: readonly Lot[];
  readonly done: () => void;
}) {
  const { takeId, lots, done } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [form] = Form.useForm<{ lotId: string; pieces: string }>();
  const [sought, setSought] = useState('');
  const pieces = useRef<InputRef>(null);
  const { act, busy, problems, failure } = useAct(TillRecordCount);
  const matching = lots.filter(
    ({ product }) =>
      product.ean === sought || product.name.toLowerCase().includes(sought.toLowerCase()),
  );
  const seek = (text: string) => {
    const code = readScan(text);
    const ean = code.is === 'goods' ? code.ean : text;
    const hits = lots.filter(({ product }) => product.ean === ean);
    setSought(ean);
    form.setFieldsValue({ lotId: hits.length === 1 ? hits[0]?.id : undefined });
    if (hits.length === 1) pieces.current?.focus();
  };
  useScans(seek);
  const record = async (written: { lotId: string; pieces: string }) => {
    const lot = lots.find(({ id }) => id === written.lotId);
    if (!lot) return;
    const line = { lotId: lot.id, productId: lot.product.id, pieces: Number(written.pieces) };
    if (!(await act({ stockTakeId: takeId, lines: [line], countedAt: null }))) return;
    form.resetFields();
    setSought('');
    done();
  };
  const required = { required: true, message: t('sign-in.missing') };
  const nameOf = ({ product, expiresOn }: Lot) =>
    `${product.name} · ${expiresOn ? day(expiresOn, language) : t('till.keeps')}`;
  return (
    <Form form={form} layout="vertical" onFinish={(written) => void record(written)}>
      <Form.Item label={t('till.stock-take.seek')} htmlFor="till-seek">
        <Flex gap="small">
          <Input
            id="till-seek"
            value={sought}
            autoComplete="off"
            placeholder={t('till.search.hint')}
            onChange={({ target }) => setSought(target.value)}
          />
          <CameraButton />
        </Flex>
      </Form.Item>
      {matching.length === 0 && <Alert type="info" showIcon title={t('till.stock-take.all')} />}
      <Form.Item name="lotId" label={t('till.lot')} rules={[required]}>
        <Radio.Group
          className="till-lots"
          options={matching.slice(0, SHOWN).map((lot) => ({ value: lot.id, label: nameOf(lot) }))}
        />
      </Form.Item>
      <Form.Item
        name="pieces"
        label={t('till.counted')}
        rules={[required, { pattern: /^\s*\d{1,6}\s*$/, message: t('till.whole') }]}
      >
        <Input
          ref={pieces}
          inputMode="numeric"
          autoComplete="off"
          size="large"
          style={{ maxWidth: 200 }}
        />
      </Form.Item>
      <Flex vertical gap="small" align="start">
        <Problems problems={problems} failure={failure} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('till.stock-take.record')}
        </Button>
      </Flex>
    </Form>
  );
}

/** So many lots are shown at once; a scan or a name narrows them. */
const SHOWN = 8;
