import { Card, Col, Row, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../kit/shown';
import { type Desk, desksOf, type Me } from './desks';
import { useMe } from './viewer';

/** The desks that a person's roles open. */
export function Home() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('desk.home.title', { name: me.person.name })}>
      <Row gutter={[16, 16]}>
        {desksOf(me).map(({ name, roles }) => (
          <Col key={name} xs={24} sm={12} lg={8}>
            <Link to={`/${name}`} className="card-link">
              <Card hoverable style={{ height: '100%' }}>
                <Typography.Text strong style={{ fontSize: '1.1rem', display: 'block' }}>
                  {t(`desk.${name}`)}
                </Typography.Text>
                <Typography.Text>{t(`desk.${name}.says`)}</Typography.Text>
                {hatsAt(roles, me).map((organisation) => (
                  <Typography.Text key={organisation} style={{ display: 'block', marginTop: 8 }}>
                    {organisation}
                  </Typography.Text>
                ))}
              </Card>
            </Link>
          </Col>
        ))}
      </Row>
    </Page>
  );
}

/** The organisations for which a person sits at a desk, each once. */
function hatsAt(roles: Desk['roles'], me: Me): readonly string[] {
  const held = me.roles.filter(({ role }) => roles.includes(role));
  return [...new Set(held.map(({ organisation }) => organisation.name))];
}
