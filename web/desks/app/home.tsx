import { Card, Col, Row, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../kit/shown';
import { desksOf } from './desks';
import { useMe } from './viewer';

/** The desks that a person's roles open. */
export function Home() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('desk.home.title', { name: me.person.name })}>
      <Row gutter={[16, 16]}>
        {desksOf(me).map(({ name }) => (
          <Col key={name} xs={24} sm={12} lg={8}>
            <Link to={`/${name}`}>
              <Card hoverable>
                <Typography.Text strong style={{ fontSize: '1.1rem', display: 'block' }}>
                  {t(`desk.${name}`)}
                </Typography.Text>
                <Typography.Text>{t(`desk.${name}.says`)}</Typography.Text>
              </Card>
            </Link>
          </Col>
        ))}
      </Row>
    </Page>
  );
}
