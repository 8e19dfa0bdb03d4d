import { Alert, Button, Flex, InputNumber, Typography } from 'antd';
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Count } from '../../kit/figures';
import type { Goods } from '../device/shelf';
import { Mark } from '../mark';
import type { Basket, BasketAct, BasketLine } from './basket';
import type { Preview, Remark } from './preview';

interface PanelProps {
  readonly basket: Basket;
  readonly goodsOf: ReadonlyMap<string, Goods>;
  readonly preview: Preview | null;
  /** What the books said when it was to be finished; empty: it was not refused. */
  readonly refused: readonly Remark[];
  readonly act: (act: BasketAct) => void;
  readonly canFinish: boolean;
  readonly busy: boolean;
  readonly finish: () => void;
}

/** What lies in the basket, what it comes to, and the one key that finishes it. */
export function BasketPanel(props: PanelProps) {
  const { basket, goodsOf, preview, refused, act, canFinish, busy, finish } = props;
  const { t } = useTranslation();
  const general = [...(preview?.refusals ?? []), ...refused].filter(({ productId }) => !productId);
  return (
    <section className="till-basket" aria-label={t('till.basket')} id="till-basket" tabIndex={-1}>
      {basket.lines.length === 0 && (
        <Typography.Text>{t(basket.customer ? 'till.empty' : 'till.begin')}</Typography.Text>
      )}
      <ul className="till-lines">
        {basket.lines.map((line) => (
          <Line
            key={line.productId}
            line={line}
            goods={goodsOf.get(line.productId)}
            preview={preview}
            act={act}
          />
        ))}
      </ul>
      {general.length > 0 && <Refused remarks={general} />}
      <div className="till-total">
        <Sums preview={preview} />
        <Flex gap="small">
          {(basket.lines.length > 0 || basket.customer) && (
            <Button size="large" onClick={() => act({ do: 'empty' })}>
              {t('till.drop')}
            </Button>
          )}
          <Button
            type="primary"
            size="large"
            block
            disabled={!canFinish}
            loading={busy}
            aria-keyshortcuts="F9"
            onClick={finish}
          >
            {t('till.finish')} <kbd>F9</kbd>
          </Button>
        </Flex>
      </div>
    </section>
  );
}

function Line(props: {
  readonly line: BasketLine;
  readonly goods: Goods | undefined;
  readonly preview: Preview | null;
  readonly act: (act: BasketAct) => void;
}) {
  const { line, goods, preview, act } = props;
  const { productId, quantity } = line;
  const { t } = useTranslation();
  const name = goods?.name ?? t('till.unknown-goods');
  const credits = preview?.lineCredits.get(productId) ?? (goods ? goods.price * quantity : 0);
  const isOf = (remark: Remark) => remark.productId === productId;
  const refusals = preview?.refusals.filter(isOf) ?? [];
  const warnings = preview?.warnings.filter(isOf) ?? [];
  const set = (pieces: number) => act({ do: 'set', productId, quantity: pieces });
  return (
    <li className={refusals.length > 0 ? 'till-line till-line-refused' : 'till-line'}>
      <span className="till-line-name">{name}</span>
      <Flex align="center" gap={4}>
        <Button
          icon={<MinusOutlined />}
          aria-label={t('till.less', { name })}
          onClick={() => set(quantity - 1)}
        />
        <InputNumber
          value={quantity}
          min={0}
          max={1000}
          precision={0}
          controls={false}
          aria-label={t('till.pieces-of', { name })}
          style={{ width: 56 }}
          onChange={(pieces) => pieces !== null && set(pieces)}
        />
        <Button
          icon={<PlusOutlined />}
          aria-label={t('till.more', { name })}
          onClick={() => set(quantity + 1)}
        />
      </Flex>
      <b className="till-line-credits">
        <Count of={credits} />
      </b>
      {refusals.length > 0 && <Refused remarks={refusals} />}
      {warnings.map((remark) => (
        <div key={remark.code} className="till-line-remark">
          <Mark as="careful">{t(remark.code, remark.facts)}</Mark>
        </div>
      ))}
    </li>
  );
}

function Refused({ remarks }: { readonly remarks: readonly Remark[] }) {
  const { t } = useTranslation();
  return (
    <div className="till-line-remark" role="alert">
      {remarks.map(({ code, message, facts }) => (
        <Alert key={code} type="error" showIcon title={message ?? t(code, facts)} />
      ))}
    </div>
  );
}

function Sums({ preview }: { readonly preview: Preview | null }) {
  const { t } = useTranslation();
  return (
    <dl className="till-sums" aria-live="polite">
      <dt>{t('till.together')}</dt>
      <dd>
        <Count of={preview?.credits ?? 0} />
      </dd>
      {preview && (
        <>
          <dt>{t('till.wallet-after')}</dt>
          <dd>
            <Count of={preview.walletAfter} />
          </dd>
        </>
      )}
    </dl>
  );
}
