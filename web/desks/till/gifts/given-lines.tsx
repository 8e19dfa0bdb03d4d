import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Input, InputNumber, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../kit/use-act';
import type { Goods } from '../device/shelf';
import { PickGoods } from '../pick-goods';
import { type GivenLine, withScanned } from './gift';

/** What was brought, kind by kind: pieces, and the last good day where there is one. */
export function GivenLines(props: {
  readonly goods: readonly Goods[];
  readonly lines: readonly GivenLine[];
  readonly change: (lines: readonly GivenLine[]) => void;
  readonly problems: readonly Problem[];
}) {
  const { goods, lines, change, problems } = props;
  const { t } = useTranslation();
  const nameOf = (id: string) =>
    goods.find((each) => each.id === id)?.name ?? t('till.unknown-goods');
  return (
    <Flex vertical gap="small" component="section" aria-label={t('store.gift.goods')}>
      <Typography.Text>{t('store.gift.goods')}</Typography.Text>
      <PickGoods goods={goods} onChange={(id) => change(withScanned(lines, id))} />
      <ul className="till-lines">
        {lines.map((line, i) => (
          <li key={i} className="store-given">
            <Row
              line={line}
              name={nameOf(line.productId)}
              said={problems.filter(({ path }) => path?.[0] === 'lines' && path[1] === String(i))}
              change={(next) => change(next ? lines.with(i, next) : lines.toSpliced(i, 1))}
            />
          </li>
        ))}
      </ul>
    </Flex>
  );
}

function Row(props: {
  readonly line: GivenLine;
  readonly name: string;
  readonly said: readonly Problem[];
  /** Null: it is taken away. */
  readonly change: (line: GivenLine | null) => void;
}) {
  const { line, name, said, change } = props;
  const { t } = useTranslation();
  return (
    <>
      <strong>{name}</strong>
      <Flex gap="small" wrap align="center">
        <InputNumber
          min={1}
          max={100_000}
          precision={0}
          value={line.pieces}
          aria-label={t('till.pieces-of', { name })}
          onChange={(pieces) => change({ ...line, pieces })}
        />
        <Input
          type="date"
          value={line.expiresOn}
          style={{ width: 160 }}
          aria-label={t('store.gift.until', { name })}
          onChange={({ target }) => change({ ...line, expiresOn: target.value })}
        />
        <Button
          icon={<DeleteOutlined />}
          aria-label={t('till.not-counted', { name })}
          onClick={() => change(null)}
        />
      </Flex>
      {said.map(({ code, message }) => (
        <Typography.Text key={code} type="danger" role="alert">
          {message}
        </Typography.Text>
      ))}
    </>
  );
}
