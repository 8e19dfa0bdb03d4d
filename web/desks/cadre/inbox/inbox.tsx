import { Button, Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreInbox } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { type Item, tell, type Told } from './items';

/** What waits for the person, the longest first. */
export function Inbox() {
  const { t } = useTranslation();
  const list = useList(CadreInbox, {}, ({ me }) => me?.inbox);
  return (
    <Page title={t('cadre.inbox')}>
      <Shown read={list}>
        {(items) => {
          const told = items.flatMap((item) => {
            const said = tell(item);
            return said ? [{ item, said }] : [];
          });
          return (
            <Flex vertical gap="small">
              {told.length === 0 && <Nothing says={t('cadre.inbox.none')} />}
              <Flex vertical gap="small" component="ul" style={{ padding: 0, margin: 0 }}>
                {told.map(({ item, said }) => (
                  <Waiting
                    key={`${item.__typename} ${said.to} ${said.title}`}
                    {...{ item, said }}
                  />
                ))}
              </Flex>
              {told.length < items.length && (
                <Typography.Text type="secondary">
                  {t('cadre.inbox.others', { count: items.length - told.length })}
                </Typography.Text>
              )}
              {list.more && (
                <Button onClick={list.more} loading={list.busy} style={{ alignSelf: 'center' }}>
                  {t('desk.more')}
                </Button>
              )}
            </Flex>
          );
        }}
      </Shown>
    </Page>
  );
}

function Waiting({ item, said }: { readonly item: Item; readonly said: Told }) {
  const { t } = useTranslation();
  return (
    <li style={{ listStyle: 'none' }}>
      <Card size="small">
        <Flex justify="space-between" align="center" gap="small" wrap>
          <Flex vertical gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
            <Link to={said.to}>
              <Typography.Text strong>{said.title}</Typography.Text>
            </Link>
            <Typography.Text type="secondary">
              {[t(`cadre.waits.${item.__typename}`), said.at].filter(Boolean).join(' · ')}
            </Typography.Text>
          </Flex>
          <When {...said} />
        </Flex>
      </Card>
    </li>
  );
}

function When({ until, since }: Pick<Told, 'until' | 'since'>) {
  const { t } = useTranslation();
  if (until)
    return (
      <Tag color="orange">
        {t('cadre.until')} <Moment of={until} />
      </Tag>
    );
  if (!since) return null;
  return (
    <Typography.Text type="secondary">
      {t('cadre.since')} <Moment of={since} />
    </Typography.Text>
  );
}
