import { Flex, Select } from 'antd';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useSearchParams } from 'react-router';
import { AuditBooks, type BooksOfPlaceFragment } from '../../generated/operations';
import type { Me } from '../app/desks';
import { useMe } from '../app/viewer';
import { found } from '../kit/found';
import { Nothing, Shown } from '../kit/shown';
import { useBooksBelow } from '../kit/use-books-below';
import { useRead } from '../kit/use-read';

/** A place that keeps books which the person may read. */
export type BooksOf = BooksOfPlaceFragment;

const Chosen = createContext<BooksOf | null>(null);

/** The books that the desk is about now; only below `<Books>`. */
export function useBooks(): BooksOf {
  const books = useContext(Chosen);
  if (!books) throw new Error('Books are known below Books alone.');
  return books;
}

/** Lets somebody choose whose books; the choice stands in the address, as what is searched does. */
export function Books() {
  const { t } = useTranslation();
  const offices = officesOf(useMe());
  const [search] = useSearchParams();
  const office = offices.find(({ id }) => id === search.get('office')) ?? offices[0];
  const read = useRead(AuditBooks, { id: office?.id ?? '' }, !office);
  const seat = found(read.data?.node)?.place;
  const below = useBooksBelow(seat);
  if (!office) return <Nothing says={t('desk.not-yours')} />;
  if (read.data && !seat) return <Nothing says={t('audit.no-books')} />;
  return (
    <Shown read={read.error ? { ...read, data: undefined } : below} rows={8}>
      {(all) => {
        // Where people live comes first, and the office's own books last.
        const own = all.filter(({ id }) => id === seat?.id);
        const books = [...all.filter(({ id }) => id !== seat?.id), ...own];
        if (books.length === 0) return <Nothing says={t('audit.no-books')} />;
        return <ChosenBooks books={books} office={office} offices={offices} />;
      }}
    </Shown>
  );
}

type Office = Me['roles'][number]['organisation'];

/** Where somebody reads books: as an auditor, or as an officer. */
function officesOf({ roles }: Me): readonly Office[] {
  const held = roles.filter(({ role }) => role === 'AUDITOR' || role === 'OFFICER');
  return [...new Map(held.map(({ organisation }) => [organisation.id, organisation])).values()];
}

function ChosenBooks(props: {
  readonly books: readonly BooksOf[];
  readonly office: Office;
  readonly offices: readonly Office[];
}) {
  const { books, office, offices } = props;
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const chosen = books.find(({ slug }) => slug === search.get('books')) ?? books[0];
  if (!chosen) return null;
  // What was searched in one set of books (an account, a person) means nothing in another.
  const several = offices.length > 1;
  const choose = (slug: string) =>
    setSearch({ books: slug, ...(several && { office: office.id }) });
  return (
    <Chosen.Provider value={chosen}>
      <Flex align="center" gap="small" wrap className="no-print audit-books">
        {several && (
          <Select
            aria-label={t('audit.office')}
            value={office.id}
            onChange={(id) => setSearch({ office: id })}
            options={offices.map(({ id, name }) => ({ value: id, label: name }))}
            style={{ minWidth: 200 }}
          />
        )}
        <label htmlFor="books">{t('audit.books')}</label>
        <Select
          id="books"
          value={chosen.slug}
          onChange={(slug) => choose(slug ?? '')}
          options={books.map(({ slug, name }) => ({ value: slug, label: name }))}
          style={{ minWidth: 200 }}
        />
      </Flex>
      <Outlet />
    </Chosen.Provider>
  );
}
