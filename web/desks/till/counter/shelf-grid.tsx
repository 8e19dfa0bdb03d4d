import { Input, type InputRef } from 'antd';
import { type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../kit/figures';
import { Nothing } from '../../kit/shown';
import type { Goods, Shelf } from '../device/shelf';

/** So many tiles have a key of their own: 1 to 9. */
export const KEYED = 9;

/** So many tiles are shown; the others are found by name or by their code. */
const SHOWN = 24;

/** What is taken most, and what a search finds; each a press away from the basket. */
export function ShelfGrid(props: {
  readonly shelf: Shelf;
  readonly field: RefObject<InputRef>;
  readonly take: (goods: Goods) => void;
  readonly leave: () => void;
}) {
  const { shelf, field, take, leave } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = useMemo(() => search(shelf.goods, text).slice(0, SHOWN), [shelf, text]);
  const takeFirst = () => {
    const [first] = found;
    if (!first || text.trim() === '') return;
    take(first);
    setText('');
  };
  return (
    <section aria-label={t('till.shelf')} className="till-shelf">
      <Input
        ref={field}
        value={text}
        size="large"
        allowClear
        autoComplete="off"
        aria-label={t('till.search')}
        aria-keyshortcuts="F4"
        placeholder={t('till.search.hint')}
        suffix={<kbd>F4</kbd>}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={takeFirst}
        onKeyDown={({ key }) => key === 'Escape' && leave()}
      />
      {found.length === 0 && <Nothing says={t('till.search.nothing')} />}
      <ul className="till-tiles">
        {found.map((goods, i) => (
          <li key={goods.id}>
            <Tile
              goods={goods}
              keyed={text === '' && i < KEYED ? String(i + 1) : null}
              take={take}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile(props: {
  readonly goods: Goods;
  readonly keyed: string | null;
  readonly take: (goods: Goods) => void;
}) {
  const { goods, keyed, take } = props;
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="till-tile"
      aria-keyshortcuts={keyed ?? undefined}
      onClick={() => take(goods)}
    >
      <span className="till-tile-name">{goods.name}</span>
      <span className="till-tile-facts">
        <span>
          <b>
            <Count of={goods.price} />
          </b>{' '}
          {t('till.credits')}
        </span>
        <span>{t('till.in-stock', { count: goods.stock, unit: goods.unit })}</span>
      </span>
      {keyed && <kbd aria-hidden>{keyed}</kbd>}
    </button>
  );
}

/** By a part of the name, or the digits of the code. */
function search(goods: readonly Goods[], text: string): readonly Goods[] {
  const sought = text.trim().toLocaleLowerCase();
  if (sought === '') return goods;
  return goods.filter(
    ({ name, ean }) => name.toLocaleLowerCase().includes(sought) || ean?.startsWith(sought),
  );
}
