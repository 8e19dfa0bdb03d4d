import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useFoundations } from './parts/foundations';

/** Under which part of the menu a page stands. */
const WITHIN: Readonly<Record<string, string>> = {
  ...{ pools: 'pools', entries: 'pools', accounts: 'pools', grants: 'pools' },
  ...{ gifts: 'gifts', refunds: 'gifts', bank: 'bank' },
};

/** The parts of the boardroom; gifts and the bank are for those who keep the money. */
export function BoardMenu() {
  const { t } = useTranslation();
  const here = WITHIN[useLocation().pathname.split('/')[2] ?? ''] ?? '';
  const keepsMoney = useFoundations('CHAIR', 'SECRETARY', 'TREASURER').length > 0;
  const pages = ['', 'pools', ...(keepsMoney ? ['gifts', 'bank'] : [])];
  return (
    <nav aria-label={t('board.menu')} className="no-print board-menu">
      {pages.map((page) => (
        <Link
          key={page}
          to={page ? `/board/${page}` : '/board'}
          {...(page === here && { 'aria-current': 'page' as const })}
        >
          {t(`board.menu.${page || 'inbox'}`)}
        </Link>
      ))}
    </nav>
  );
}
