import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import './desk-menu.css';

/** A page of a desk in its menu. */
export interface MenuPage {
  readonly to: string;
  readonly label: string;
  /** It is here on its own address alone, not on those beneath it. */
  readonly end?: boolean;
}

/** The pages of a desk, at its head; on a phone it scrolls sideways to where one is. */
export function DeskMenu({ pages }: { readonly pages: readonly MenuPage[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    if (menu.current) centre(menu.current, menu.current.querySelector('[aria-current]'));
  }, [pathname]);
  return (
    <nav ref={menu} aria-label={t('desk.menu')} className="desk-menu no-print">
      {pages.map(({ to, label, end = false }) => (
        <NavLink key={to} to={to} end={end}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

/** Scrolls sideways alone: the page stays where it is. */
function centre(menu: HTMLElement, here: Element | null): void {
  if (!here) return;
  const [within, of] = [menu.getBoundingClientRect(), here.getBoundingClientRect()];
  menu.scrollLeft += of.left + of.width / 2 - (within.left + within.width / 2);
}
