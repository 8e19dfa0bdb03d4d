import { Alert, Flex, type InputRef, Skeleton, Typography } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../at-store';
import { customerAgain } from '../device/customers';
import { readScan } from '../scan/codes';
import { useNamedKeys, usePresses, useScans } from '../scan/scans';
import type { Basket, BasketAct } from './basket';
import { BasketPanel } from './basket-panel';
import { isCounterFree } from './counter-state';
import { CustomerCard } from './customer-card';
import { DonePanel } from './done-panel';
import { FindCustomer } from './find-customer';
import { KEYED, ShelfGrid } from './shelf-grid';
import { useBasket } from './use-basket';
import { useFind } from './use-find';
import { useFinish } from './use-finish';
import { usePreview } from './use-preview';

/** The counter: who takes what, in as few inputs as there are things to take, and one more. */
export function Counter() {
  const { t } = useTranslation();
  const { store, personId } = useTill();
  const [basket, act] = useBasket(store.id, personId);
  return (
    <Flex vertical gap="middle">
      <Typography.Title level={1} className="till-title">
        {t('desk.till')}
      </Typography.Title>
      {basket ? <AtCounter basket={basket} act={act} /> : <Skeleton active />}
    </Flex>
  );
}

interface AtCounterProps {
  readonly basket: Basket;
  readonly act: (act: BasketAct) => void;
}

function AtCounter({ basket, act }: AtCounterProps) {
  const { t } = useTranslation();
  const { store, shelf: read } = useTill();
  const { shelf } = read;
  const [note, setNote] = useState<string | null>(null);
  const findField = useRef<InputRef>(null);
  const searchField = useRef<InputRef>(null);
  const preview = usePreview(basket, shelf);
  const { done, refused, busy, canFinish, finish, next } = useFinish(basket, act, preview);
  const find = useFind(store.id, (customer) => {
    act({ do: 'choose', customer });
    focusBasket();
  });
  useFreshCustomer(basket, act);
  const goodsOf = useMemo(
    () => new Map((shelf?.goods ?? []).map((goods) => [goods.id, goods])),
    [shelf],
  );
  const take = (productId: string) => {
    // What is being sent stays as it is; what comes now is not lost unsaid.
    if (busy) return setNote(t('till.scan.busy'));
    if (done) next();
    setNote(null);
    act({ do: 'add', productId, more: 1 });
  };
  useScans((text) => {
    const code = readScan(text);
    if (busy) return setNote(t('till.scan.busy'));
    if (code.is === 'card') {
      if (done) next();
      setNote(null);
      return void find.find(code.code);
    }
    if (code.is === 'unknown') return setNote(t('till.scan.unknown'));
    const goods = shelf?.goods.find(({ ean }) => ean === code.ean);
    if (goods) take(goods.id);
    else setNote(t('till.scan.not-here', { ean: code.ean }));
  });
  usePresses((key) => {
    if (key === '+' || key === '=') act({ do: 'add to last', more: 1 });
    if (key === '-') act({ do: 'add to last', more: -1 });
    const goods = /^[1-9]$/.test(key) ? shelf?.goods.slice(0, KEYED)[Number(key) - 1] : undefined;
    if (goods) take(goods.id);
  }, !done && !busy);
  const another = () => {
    if (done) next();
    else act({ do: 'choose', customer: null });
    setTimeout(() => findField.current?.focus());
  };
  useNamedKeys({ F2: another, F4: () => searchField.current?.focus(), F9: finish });
  const said = note && <Alert type="warning" showIcon role="alert" title={note} />;
  if (done)
    return (
      <>
        {said}
        <DonePanel done={done} next={another} />
      </>
    );
  const { customer } = basket;
  return (
    <div className="till">
      <div className="till-main">
        {customer ? (
          <CustomerCard customer={customer} preview={preview} another={another} />
        ) : (
          <FindCustomer find={find} field={findField} />
        )}
        {customer && find.failure && <Alert type="error" showIcon title={find.failure.message} />}
        {said}
        {shelf ? (
          <ShelfGrid
            {...{ shelf, field: searchField, leave: focusBasket }}
            take={({ id }) => take(id)}
          />
        ) : (
          <Skeleton active />
        )}
      </div>
      <BasketPanel {...{ basket, goodsOf, preview, refused, act, canFinish, busy, finish }} />
    </div>
  );
}

/** Out of the text fields, so that single keys are for the basket. */
function focusBasket(): void {
  setTimeout(() => document.getElementById('till-basket')?.focus());
}

/** After a reload the basket is there as it was; what its customer has is asked for anew. */
function useFreshCustomer({ storeId, customer, lines }: Basket, act: AtCounterProps['act']): void {
  const isFree = !customer && lines.length === 0;
  useEffect(() => isCounterFree.tell(isFree), [isFree]);
  const atFirst = useRef(customer?.id);
  useEffect(() => {
    const id = atFirst.current;
    if (!id) return;
    void customerAgain(storeId, id).then((fresh) => {
      if (fresh) act({ do: 'freshen', customer: fresh });
    });
  }, [storeId, act]);
}
