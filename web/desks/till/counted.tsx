import { Button, Flex, InputNumber } from 'antd';
import { DeleteOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useTill } from './at-store';
import { PickGoods } from './pick-goods';
import { readScan } from './scan/codes';
import { useScans } from './scan/scans';

/** Goods of which somebody counts the shelf; null: not counted yet. */
export interface CountedLine {
  readonly productId: string;
  readonly pieces: number | null;
}

/** What was counted, as the API takes it. */
export const countedOf = (lines: readonly CountedLine[]) =>
  lines.flatMap(({ productId, pieces }) => (pieces === null ? [] : { productId, pieces }));

/** Some goods counted on the shelf, chosen by scan or by name. */
export function Counted(props: {
  readonly lines: readonly CountedLine[];
  readonly change: (lines: readonly CountedLine[]) => void;
}) {
  const { lines, change } = props;
  const { t } = useTranslation();
  const goods = useTill().shelf.shelf?.goods ?? [];
  const add = (productId: string) => {
    if (lines.some((line) => line.productId === productId)) return;
    change([...lines, { productId, pieces: null }]);
  };
  useScans((text) => {
    const code = readScan(text);
    const scanned = goods.find(({ ean }) => code.is === 'goods' && ean === code.ean);
    if (scanned) add(scanned.id);
  });
  const nameOf = (id: string) =>
    goods.find((each) => each.id === id)?.name ?? t('till.unknown-goods');
  return (
    <Flex vertical gap="small">
      <PickGoods goods={goods} onChange={add} />
      {lines.map(({ productId, pieces }, i) => (
        <Flex key={productId} gap="small" align="center" justify="space-between">
          <span>{nameOf(productId)}</span>
          <Flex gap="small">
            <InputNumber
              min={0}
              max={100_000}
              precision={0}
              value={pieces}
              aria-label={t('till.counted-of', { name: nameOf(productId) })}
              onChange={(told) => change(lines.with(i, { productId, pieces: told }))}
            />
            <Button
              icon={<DeleteOutlined />}
              aria-label={t('till.not-counted', { name: nameOf(productId) })}
              onClick={() => change(lines.filter((line) => line.productId !== productId))}
            />
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}
