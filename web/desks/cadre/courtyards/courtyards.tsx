import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreCourtyards,
  type CadreCourtyardsQuery,
  CadreGrids,
  CadreRegisterPlace,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { useWhole } from '../../kit/use-whole';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';
import { Grids } from './grids';

type Node = Extract<
  NonNullable<CadreCourtyardsQuery['node']>,
  { readonly id: string }
>['courtyards']['edges'][number]['node'];

/** The courtyards of a community: which have what autonomy asks for. */
export function Courtyards() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <CourtyardsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

const KINDS = ['COURTYARD', 'GRID'] as const;

function CourtyardsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const list = useList(CadreCourtyards, { place: here.id }, ({ node }) => found(node)?.courtyards);
  const places = useWhole(CadreGrids, [{ place: here.id }], ({ node }) => found(node)?.places);
  const grids = (places.data ?? []).filter(({ kind }) => kind === 'GRID');
  const again = () => {
    list.again();
    places.again();
  };
  return (
    <Page
      title={t('cadre.courtyards')}
      actions={
        holds('OFFICER') && (
          <ActButton
            document={CadreRegisterPlace}
            title={t('cadre.place.register')}
            go={t('cadre.place.register')}
            given={{ parentId: here.id }}
            effect={t('cadre.place.effect', { name: here.name })}
            onDone={again}
            fields={[
              {
                ...{ name: 'kind', kind: 'choice', label: t('cadre.place.kind') },
                options: KINDS.map((each) => ({ value: each, label: t(`cadre.place.${each}`) })),
                first: KINDS[0],
              },
              { name: 'name', kind: 'line', label: t('cadre.name') },
            ]}
          />
        )
      }
    >
      <LinkList
        list={list}
        none={t('cadre.courtyards.none')}
        line={({ id, name, autonomy, courtyardBody }) => ({
          ...{ key: id, to: id, title: name },
          says: courtyardBody
            ? (courtyardBody.organisation?.name ?? courtyardBody.council?.name)
            : t('cadre.courtyard.nobody'),
          side: <Haves autonomy={autonomy} />,
        })}
      />
      <Grids names={grids.map(({ name }) => name)} />
    </Page>
  );
}

function Haves({ autonomy }: Pick<Node, 'autonomy'>) {
  const { t } = useTranslation();
  if (!autonomy) return null;
  const { hasOrganisation, hasCovenant, hasActivities, isOpen } = autonomy;
  const haves = { organisation: hasOrganisation, covenant: hasCovenant, activities: hasActivities };
  return (
    <Flex gap={4} wrap>
      {Object.entries({ ...haves, open: isOpen }).map(([name, has]) => (
        <Tag key={name} variant="outlined">
          {has ? '✓' : '✗'} {t(`cadre.courtyard.${name}`)}
        </Tag>
      ))}
    </Flex>
  );
}
