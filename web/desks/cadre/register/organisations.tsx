import { useTranslation } from 'react-i18next';
import { CadreOrganisations, CadreRegisterOrganisation } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';
import { KINDS } from './roles';

/** The bodies that sit in a community. */
export function Organisations() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <OrganisationsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function OrganisationsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const list = useList(
    CadreOrganisations,
    { place: here.id },
    ({ node }) => found(node)?.organisations,
  );
  return (
    <Page
      title={t('cadre.organisations')}
      actions={
        holds('OFFICER') && (
          <ActButton
            document={CadreRegisterOrganisation}
            title={t('cadre.organisation.register')}
            go={t('cadre.organisation.register')}
            button={{ type: 'primary' }}
            given={{ placeId: here.id }}
            onDone={list.again}
            fields={[
              {
                ...{ name: 'kind', kind: 'choice', label: t('cadre.organisation.kind') },
                options: KINDS.map((each) => ({
                  ...{ value: each, label: t(`cadre.organisation.${each}`) },
                })),
              },
              { name: 'name', kind: 'line', label: t('cadre.name') },
            ]}
          />
        )
      }
    >
      <LinkList
        list={list}
        none={t('cadre.organisations.none')}
        line={({ id, name, kind }) => ({
          ...{ key: id, to: id, title: name, says: t(`cadre.organisation.${kind}`) },
        })}
      />
    </Page>
  );
}
