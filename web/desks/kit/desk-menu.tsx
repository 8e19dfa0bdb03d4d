import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import './desk-menu.css';

/** A page of a desk in its menu. */
export interface MenuPage {
  readonly to: string;
  readonly label: string;
  /** It is here on its own address alone, not on those beneath it. */
  readonly end?: boolean;
}

/** The pages of a desk, at its head, or the parts of one; on a phone it scrolls sideways. */
export function DeskMenu(props: { readonly pages: readonly MenuPage[]; readonly label?: string }) {
  const { t } = useTranslation();
  const { pages, label: name = t('desk.menu') } = props;
  return (
    <nav aria-label={name} className="desk-menu no-print">
      {pages.map(({ to, label, end = false }) => (
        <NavLink key={to} to={to} end={end}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
