import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AuditJournal } from '../../../generated/operations';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useBooks } from '../books';
import { ByNumber } from './by-number';
import { EntryList } from './entry-list';
import { FilterForm } from './filter-form';
import { Narrowed } from './narrowed';
import { findOf, FIELDS, type Sought, soughtIn } from './sought';

/** The journal of a set of books, and the search through it. */
export function SearchPage() {
  const { t } = useTranslation();
  const { id, slug } = useBooks();
  const [search, setSearch] = useSearchParams();
  const sought = soughtIn(search);
  const find = findOf(sought);
  const list = useList(AuditJournal, { id, find }, ({ node }) => found(node)?.journal ?? null);
  const seek = (next: Sought) => {
    const said = FIELDS.flatMap((name) => (next[name] ? [[name, next[name]]] : []));
    setSearch(new URLSearchParams([['books', slug ?? ''], ...(said as [string, string][])]));
  };
  const empty = <Nothing says={t(find ? 'audit.found.nothing' : 'audit.journal.empty')} />;
  return (
    <Page title={t('audit.entries')} actions={<ByNumber />}>
      <FilterForm key={search.toString()} sought={sought} onSeek={seek} />
      <Narrowed sought={sought} onSeek={seek} />
      {find && <p className="audit-lead">{t('audit.sealed-only')}</p>}
      <Listed list={list} empty={empty}>
        {(entries) => (
          <Flex vertical gap="small">
            {entries.length > 0 && <EntryList entries={entries} />}
            {list.more && entries.length === 0 && (
              <Alert type="info" role="status" title={t('audit.look-further')} />
            )}
          </Flex>
        )}
      </Listed>
    </Page>
  );
}
