import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Layout, Skeleton, theme, Typography } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { useLanguage } from '../kit/figures';
import { speak } from '../kit/language';
import { useDark } from './dark';
import { desksOf } from './desks';
import { FirstPassword } from './first-password';
import { PersonMenu } from './person-menu';
import { useMe } from './viewer';

/** What stands around every desk: which desk this is, the others, and the person. */
export function Frame() {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const { passwordGiven } = useMe();
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#content">
        {t('desk.skip')}
      </a>
      <Layout.Header
        className="no-print"
        style={{
          ...{ background: token.colorBgContainer, paddingInline: 16, height: 56, lineHeight: 1.4 },
          borderBlockEnd: `1px solid ${token.colorBorderSecondary}`,
        }}
      >
        <Flex align="center" justify="space-between" gap="small" style={{ height: '100%' }}>
          <DeskSwitch />
          <Flex align="center" gap={4}>
            <LanguageButton />
            <DarkButton />
            <PersonMenu />
          </Flex>
        </Flex>
      </Layout.Header>
      <Layout.Content id="content" role="main" tabIndex={-1} className="content">
        <Suspense fallback={<Skeleton active />}>
          {passwordGiven ? <FirstPassword /> : <Outlet />}
        </Suspense>
      </Layout.Content>
    </Layout>
  );
}

/** For people with several hats: the desk they are at, and one choice away the others. */
function DeskSwitch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const here = useLocation().pathname.split('/')[1];
  const desks = desksOf(useMe());
  const items = [
    ...desks.map(({ name }) => ({ key: name, label: t(`desk.${name}`) })),
    { key: 'desks', label: t('desk.home') },
  ];
  const title = items.find(({ key }) => key === here)?.label ?? t('desk.title');
  return (
    <Flex align="center" gap="small">
      <Link to="/desks" aria-label={t('desk.home')}>
        <img src="/icon.svg" alt="" width={32} height={32} style={{ display: 'block' }} />
      </Link>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          selectedKeys: here ? [here] : [],
          onClick: ({ key }) => void navigate(`/${key}`),
        }}
      >
        <Button type="text" aria-haspopup="menu" aria-label={`${t('desk.switch')}: ${title}`}>
          <Typography.Text strong>{title}</Typography.Text> ▾
        </Button>
      </Dropdown>
    </Flex>
  );
}

/** The other language, in its own words. */
export function LanguageButton() {
  const { t } = useTranslation();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} onClick={() => speak(other)}>
      {t('desk.language')}
    </Button>
  );
}

function DarkButton() {
  const { t } = useTranslation();
  const [dark, choose] = useDark();
  return (
    <Button
      type="text"
      aria-label={t('desk.dark')}
      aria-pressed={dark}
      icon={dark ? <SunOutlined /> : <MoonOutlined />}
      onClick={() => choose(!dark)}
    />
  );
}
