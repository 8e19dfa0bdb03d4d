import { Flex, Tag, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { CadreInbox } from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { More } from '../../kit/more';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { type Line, Lines } from '../parts/link-list';
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
              <Lines lines={told.map(({ item, said }) => lineOf(item, said, t))} />
              {told.length < items.length && (
                <Typography.Text type="secondary">
                  {t('cadre.inbox.others', { count: items.length - told.length })}
                </Typography.Text>
              )}
              <More list={list} />
            </Flex>
          );
        }}
      </Shown>
    </Page>
  );
}

function lineOf(item: Item, said: Told, t: TFunction): Line {
  const missing = said.missing ? t('cadre.missing.count', { count: said.missing }) : null;
  const says = [t(`cadre.waits.${item.__typename}`), said.at, missing];
  return {
    ...{ key: `${item.__typename} ${said.to} ${said.title}`, title: said.title },
    ...(said.to !== undefined && { to: said.to }),
    says: says.filter(Boolean).join(' · '),
    side: <When {...said} />,
  };
}

function When({ until, since }: Pick<Told, 'until' | 'since'>) {
  const { t } = useTranslation();
  if (until)
    return (
      <Tag variant="outlined">
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
