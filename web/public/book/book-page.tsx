import { BookOfCommunity } from '../../generated/operations';
import { page } from '../page';
import { CreditsPart } from './credits-part';
import { FilesPart } from './files-part';
import { DuesPart, GrantsPart } from './grants-part';
import { HeadPart } from './head-part';
import { LoopPart } from './loop-part';
import { MoneyPart } from './money-part';
import { readPeriod } from './period';
import { TimePart } from './time-part';

/** `/c/<community>`: what everybody may know of a community's money. */
export const bookPage = page({
  path: '/c/:slug',
  reads: ['from', 'until', 'after'],
  asks: BookOfCommunity,
  variables: (visit) => ({
    ...{ slug: visit.params.slug ?? '', ...readPeriod(visit) },
    after: visit.query.after ?? null,
  }),
  draw: (data, visit) => {
    const { community } = data ?? {};
    if (!community?.openBook) return null;
    const { t } = visit;
    const { openBook } = community;
    const { income, uses, flows } = openBook;
    const moved = income.length + uses.length > 0;
    const props = { visit, community: { ...community, openBook } };
    return {
      title: t('book.title', { place: community.name }),
      description: t('book.description', { place: community.name }),
      body: (
        <div className="book">
          <HeadPart {...props} />
          {flows.length > 0 && <LoopPart {...props} />}
          {moved ? <MoneyPart {...props} /> : <p className="book-nothing">{t('book.nothing')}</p>}
          {moved && <TimePart {...props} />}
          <CreditsPart {...props} />
          <GrantsPart {...props} />
          <DuesPart {...props} />
          <FilesPart {...props} />
        </div>
      ),
    };
  },
});
