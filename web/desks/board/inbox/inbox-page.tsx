import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BoardAsked, BoardInbox } from '../../../generated/operations';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { Listed } from '../../kit/listed';
import { Part } from '../parts/part';
import { ItemCard } from './item-card';
import { type Item, GROUPS, type Row, rowOf } from './items';

/** What waits for whoever is signed in, and what they asked others to check. */
export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useList(BoardInbox, {}, ({ me }) => me?.inbox);
  const asked = useList(BoardAsked, {}, ({ me }) => me?.asked);
  return (
    <Page title={t('board.inbox')}>
      <Listed
        list={inbox}
        empty={
          <Nothing says={t('board.inbox.empty')}>
            <Link to="/board/pools">{t('board.inbox.look')}</Link>
          </Nothing>
        }
      >
        {(items) => <Grouped items={items} />}
      </Listed>
      {asked.data && asked.data.length > 0 && (
        <Part title={t('board.asked')}>
          <p>{t('board.asked.says')}</p>
          <Listed list={asked} empty="">
            {(items) => <Cards items={items} />}
          </Listed>
        </Part>
      )}
    </Page>
  );
}

/** By what is to be done: decide, check, ask, look. */
function Grouped({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation();
  const elsewhere = items.filter((item) => rowOf(item) === null).length;
  return (
    <>
      {GROUPS.map((group) => {
        const these = items.filter((item) => rowOf(item)?.group === group);
        if (these.length === 0) return null;
        return (
          <section key={group} aria-label={t(`board.group.${group}`)}>
            <h2 className="board-group">
              {t(`board.group.${group}`)} · {these.length}
            </h2>
            <Cards items={these} />
          </section>
        );
      })}
      {elsewhere > 0 && (
        <Alert
          role="note"
          type="info"
          title={t('board.elsewhere', { count: elsewhere })}
          description={<Link to="/desks">{t('desk.home')}</Link>}
        />
      )}
    </>
  );
}

function Cards({ items }: { readonly items: readonly Item[] }) {
  const rows = items
    .map((item) => ({ item, row: rowOf(item) }))
    .filter((each): each is { item: Item; row: Row } => each.row !== null);
  return (
    <ul className="board-cards">
      {rows.map(({ item, row }) => (
        <li key={`${item.__typename} ${row.to} ${row.facts.number ?? ''}`}>
          <ItemCard item={item} row={row} />
        </li>
      ))}
    </ul>
  );
}
