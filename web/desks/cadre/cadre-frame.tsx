import { Flex, Select, Skeleton, theme, Typography } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { useWhere } from './where';

/** The parts of the desk, by how often they are used. */
const PARTS = [
  ...(['', 'fund', 'motions', 'meetings', 'ballots'] as const),
  ...(['councils', 'projects', 'courses', 'credits', 'register'] as const),
];

/** The parts of the desk and the community that is meant, above what is shown. */
export function CadreFrame() {
  const { here } = useWhere();
  return (
    <Flex vertical gap="middle">
      <Flex
        className="no-print"
        justify="space-between"
        align="center"
        gap="small"
        wrap="wrap-reverse"
      >
        <Parts />
        <CommunityChoice />
      </Flex>
      <Suspense fallback={<Skeleton active />}>
        <Outlet key={here?.id} />
      </Suspense>
    </Flex>
  );
}

function Parts() {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  return (
    <nav aria-label={t('cadre.parts')} style={{ maxWidth: '100%', overflowX: 'auto' }}>
      <Flex gap={4} component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {PARTS.map((part) => (
          <li key={part}>
            <NavLink
              to={`/cadre/${part}`}
              end={part === ''}
              style={({ isActive }) => ({
                ...{
                  display: 'block',
                  padding: '6px 12px',
                  whiteSpace: 'nowrap',
                  textDecoration: 'none',
                },
                borderRadius: token.borderRadius,
                color: token.colorText,
                fontWeight: isActive ? 600 : 400,
                background: isActive ? token.colorFillSecondary : 'transparent',
              })}
            >
              {t(`cadre.part.${part || 'inbox'}`)}
            </NavLink>
          </li>
        ))}
      </Flex>
    </nav>
  );
}

/** Who looks after one community sees its name; who looks after several chooses. */
function CommunityChoice() {
  const { t } = useTranslation();
  const { communities, here, go } = useWhere();
  if (!here) return null;
  if (communities.length === 1) return <Typography.Text strong>{here.name}</Typography.Text>;
  return (
    <Select
      aria-label={t('cadre.community')}
      value={here.id}
      onChange={(id) => {
        const chosen = communities.find((each) => each.id === id);
        if (chosen) go(chosen);
      }}
      options={communities.map(({ id, name }) => ({ value: id, label: name }))}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ minWidth: 180 }}
    />
  );
}
