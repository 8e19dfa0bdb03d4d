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
import { NavLink } from 'react-router';

const PLACES = [
  { name: 'home', to: '/me', Icon: HomeOutlined },
  { name: 'wallet', to: '/me/wallet', Icon: WalletOutlined },
  { name: 'services', to: '/me/services', Icon: HeartOutlined },
  { name: 'votes', to: '/me/votes', Icon: CheckSquareOutlined },
  { name: 'affairs', to: '/me/affairs', Icon: NotificationOutlined },
  { name: 'teams', to: '/me/teams', Icon: TeamOutlined },
] as const;

/** The parts of a resident's own page: at the thumb on a phone, at the head elsewhere. */
export function MeNav() {
  const { t } = useTranslation();
  const { token } = theme.useToken();
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
        {PLACES.map(({ name, to, Icon }) => (
          <li key={name}>
            <NavLink to={to} end={to === '/me'} style={({ isActive }) => colours(isActive)}>
              <Icon aria-hidden />
              <span>{t(`me.nav.${name}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
