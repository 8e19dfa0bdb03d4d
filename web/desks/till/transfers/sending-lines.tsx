import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, InputNumber, Select, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TillShelfLots } from '../../../generated/operations';
import { day } from '../../../kit/figures';
import { useLanguage } from '../../kit/figures';
import { found } from '../../kit/found';
import { Failure } from '../../kit/problems';
import type { Problem } from '../../kit/use-act';
import { useWhole } from '../../kit/use-whole';
import { useTill } from '../at-store';
import { lotsNamed, type ShelfLot, soughtIn } from '../lots/lots-page';
import { CameraButton } from '../scan/camera-button';
import { useScans } from '../scan/scans';
import { todayAt } from '../today';
import type { SendingLine } from './sending';

type Lines = readonly SendingLine[];

/** The lots that go: a scan puts the one that expires first, or shows those there are. */
export function SendingLines(props: {
  readonly lines: Lines;
  readonly change: (next: (lines: Lines) => Lines) => void;
  readonly problems: readonly Problem[];
}) {
  const { lines, change, problems } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { store } = useTill();
  const [note, setNote] = useState<string | null>(null);
  const list = useWhole(TillShelfLots, [{ storeId: store.id }], ({ node }) => found(node)?.lots);
  const today = todayAt(store.place.timeZone);
  const free = (list.data ?? []).filter(
    (lot) => !lot.recalledAt && (!lot.expiresOn || lot.expiresOn >= today),
  );
  const add = (lot: ShelfLot) =>
    change((before) =>
      before.some((line) => line.lot.id === lot.id) ? before : [...before, { lot, pieces: null }],
    );
  useScans((text) => {
    const [first] = lotsNamed(free, soughtIn(text));
    setNote(first ? null : t('store.lots.not-here'));
    if (first) add(first);
  }, list.data !== undefined);
  const nameOf = ({ product, expiresOn }: ShelfLot) =>
    `${product.name} · ${expiresOn ? day(expiresOn, language) : t('till.keeps')}`;
  if (list.loading) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  return (
    <Flex vertical gap="small" component="section" aria-label={t('store.send.lots')}>
      <Typography.Text>{t('store.send.lots')}</Typography.Text>
      {list.error && <Failure error={list.error} again={list.again} />}
      <Flex gap="small">
        <Select
          size="large"
          style={{ flex: 1, minWidth: 0 }}
          aria-label={t('till.lot')}
          placeholder={t('till.search.hint')}
          value={null}
          loading={list.loading}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(id: string | null) => {
            const lot = free.find((each) => each.id === id);
            if (lot) add(lot);
          }}
          options={free.map((lot) => ({ value: lot.id, label: nameOf(lot) }))}
        />
        <CameraButton />
      </Flex>
      {note && <Typography.Text role="alert">{note}</Typography.Text>}
      <ul className="till-lines">
        {lines.map(({ lot, pieces }, i) => (
          <li key={lot.id} className="store-given">
            <Flex gap="small" wrap align="center" justify="space-between">
              <span>
                <strong>{nameOf(lot)}</strong>{' '}
                {t('till.in-stock', { count: lot.stock, unit: lot.product.unit })}
              </span>
              <Flex gap="small">
                <InputNumber
                  min={1}
                  max={100_000}
                  precision={0}
                  value={pieces}
                  aria-label={t('till.pieces-of', { name: lot.product.name })}
                  onChange={(told) => change((before) => before.with(i, { lot, pieces: told }))}
                />
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('till.not-counted', { name: lot.product.name })}
                  onClick={() => change((before) => before.toSpliced(i, 1))}
                />
              </Flex>
            </Flex>
            {problems
              .filter(({ path }) => path?.[0] === 'lines' && path[1] === String(i))
              .map(({ code, message }) => (
                <Typography.Text key={code} type="danger" role="alert">
                  {message}
                </Typography.Text>
              ))}
          </li>
        ))}
      </ul>
    </Flex>
  );
}
