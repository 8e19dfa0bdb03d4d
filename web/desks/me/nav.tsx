import {
  CheckSquareOutlined,
  HeartOutlined,
  HomeOutlined,
  NotificationOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

const PLACES = [
  { name: 'home', paths: ['/me', '/me/councils'], Icon: HomeOutlined },
  { name: 'wallet', paths: ['/me/wallet', '/me/exchanges'], Icon: WalletOutlined },
  { name: 'services', paths: ['/me/services', '/me/courses'], Icon: HeartOutlined },
  { name: 'votes', paths: ['/me/votes'], Icon: CheckSquareOutlined },
  {
    ...{ name: 'affairs', Icon: NotificationOutlined },
    paths: [
      '/me/affairs',
      '/me/motions',
      '/me/meetings',
      '/me/resolutions',
      '/me/elections',
      '/me/activities',
      '/me/projects',
    ],
  },
  { name: 'teams', paths: ['/me/teams', '/me/applications', '/me/grants'], Icon: TeamOutlined },
] as const;

/** The home of the desk is itself alone; all else has pages below it. */
const isAt = (pathname: string, paths: readonly string[]) =>
  paths.some((path) => pathname === path || (path !== '/me' && pathname.startsWith(`${path}/`)));

/** The parts of a resident's own page: at the thumb on a phone, at the head elsewhere. */
export function MeNav() {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const { pathname } = useLocation();
  const colours = (isHere: boolean) => ({
    color: isHere ? token.colorLink : token.colorText,
    background: isHere ? token.colorFillSecondary : 'transparent',
  });
  const edge = `1px solid ${token.colorBorderSecondary}`;
  return (
    <nav
      className="me-nav-holder"
      aria-label={t('me.nav')}
      style={{ background: token.colorBgContainer, borderBlockStart: edge }}
    >
      <ul className="me-nav">
        {PLACES.map(({ name, paths, Icon }) => {
          const isHere = isAt(pathname, paths);
          return (
            <li key={name}>
              <Link
                to={paths[0]}
                aria-current={isHere ? 'page' : undefined}
                style={colours(isHere)}
              >
                <Icon aria-hidden />
                <span>{t(`me.nav.${name}`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
