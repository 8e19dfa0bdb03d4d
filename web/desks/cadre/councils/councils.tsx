import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CadreCouncils, CadreFoundCouncil } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';

const KINDS = [
  ...(['COMMUNITY_COUNCIL', 'GROUP_COUNCIL', 'COURTYARD_COUNCIL'] as const),
  ...(['NEIGHBOURHOOD_COUNCIL', 'RESIDENTS_MEETING'] as const),
];

/** The councils of a community, and founding one. */
export function Councils() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <CouncilsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function CouncilsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const list = useList(CadreCouncils, { place: here.id }, ({ node }) => found(node)?.councils);
  return (
    <Page
      title={t('cadre.councils')}
      actions={
        holds('CADRE', 'OFFICER') && (
          <ActButton
            document={CadreFoundCouncil}
            title={t('cadre.found-council')}
            go={t('cadre.found-council')}
            button={{ type: 'primary' }}
            given={{ placeId: here.id }}
            effect={t('cadre.found-council.effect')}
            onDone={list.again}
            fields={[
              {
                ...{ name: 'kind', kind: 'choice', label: t('cadre.council.kind') },
                options: KINDS.map((each) => ({ value: each, label: t(`cadre.council.${each}`) })),
              },
              { name: 'name', kind: 'line', label: t('cadre.name') },
            ]}
          />
        )
      }
    >
      <Link to="/cadre/courtyards">{t('cadre.courtyards')}</Link>
      <LinkList
        list={list}
        none={t('cadre.councils.none')}
        line={({ id, name, kind, place, term, isComposed, dissolvedAt }) => ({
          ...{ key: id, to: id, title: name },
          says: [
            t(`cadre.council.${kind}`),
            place?.name,
            term && t('cadre.seats', { count: term.seats }),
          ]
            .filter(Boolean)
            .join(' · '),
          side: <Tag variant="outlined">{t(stateOf(dissolvedAt, isComposed))}</Tag>,
        })}
      />
    </Page>
  );
}

function stateOf(dissolvedAt: string | null, isComposed: boolean): string {
  if (dissolvedAt) return 'cadre.council.dissolved';
  return isComposed ? 'cadre.council.composed' : 'cadre.council.not-composed';
}
