import { Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreRegisterHousehold, CadreResidents } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import type { Row } from '../../kit/rows-input';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';
import { filledOf, usePeopleField } from './people';

/** The register of a community: residents by name or telephone number. */
export function Register() {
  const { t } = useTranslation();
  const { here, holds } = useWhere();
  if (!here) return <Nothing says={t('cadre.no-community')} />;
  if (!holds('CADRE', 'OFFICER')) return <Nothing says={t('cadre.register.not-yours')} />;
  return <RegisterOf here={here} />;
}

function RegisterOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const list = useList(
    CadreResidents,
    { communityId: here.id, search: search === '' ? null : search },
    ({ residents }) => residents,
  );
  return (
    <Page
      title={t('cadre.register')}
      actions={<RegisterHousehold communityId={here.id} onDone={list.again} />}
    >
      <Input.Search
        aria-label={t('cadre.register.search')}
        placeholder={t('cadre.find.type')}
        enterButton={t('cadre.register.find')}
        allowClear
        onSearch={(said) => setSearch(said.trim())}
        style={{ maxWidth: 480 }}
      />
      <span>
        <Link to="organisations">{t('cadre.organisations')}</Link> ·{' '}
        <Link to="matters">{t('cadre.matters')}</Link> ·{' '}
        <Link to={`/cadre/store/allowances/${here.id}`}>{t('cadre.allowances')}</Link> ·{' '}
        <Link to="import">{t('cadre.register.import')}</Link>
      </span>
      <LinkList
        list={list}
        none={t('cadre.register.none')}
        line={({ id, name, displayName, household, priorityGroups }) => ({
          ...{ key: id, to: id, title: name ?? displayName, says: household?.address },
          side: priorityGroups?.map((each) => (
            <Tag key={each.id} variant="outlined">
              {t(`cadre.priority.${each.priorityGroup}`)}
            </Tag>
          )),
        })}
      />
    </Page>
  );
}

function RegisterHousehold(props: { readonly communityId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const people = usePeopleField();
  return (
    <ActButton
      document={CadreRegisterHousehold}
      title={t('cadre.household.register')}
      go={t('cadre.household.register.go')}
      button={{ type: 'primary' }}
      given={{ communityId: props.communityId }}
      onDone={props.onDone}
      shape={({ address, residents }) => ({
        households: [{ address, residents: (residents as Row[]).map(filledOf) }],
      })}
      fields={[
        {
          ...{ name: 'address', kind: 'line', label: t('cadre.address') },
          help: t('cadre.address.says'),
        },
        people,
      ]}
    />
  );
}
