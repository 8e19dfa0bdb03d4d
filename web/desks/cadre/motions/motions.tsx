import { Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CadreMotions,
  type CadreMotionsQuery,
  CadreTableMotion,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';

type Place = Extract<NonNullable<CadreMotionsQuery['node']>, { readonly id: string }>;
type State = Place['motions']['edges'][number]['node']['state'];

const STATES: readonly State[] = [
  ...(['TABLED', 'ADMITTED', 'VOTING', 'PASSED', 'GATHERING'] as const),
  ...(['REJECTED', 'RETURNED', 'MERGED', 'WITHDRAWN'] as const),
];

/** What was put before the councils of a community. */
export function Motions() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <MotionsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

function MotionsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const [state, choose] = useState<State | null>(null);
  const list = useList(CadreMotions, { place: here.id, state }, ({ node }) => found(node)?.motions);
  const options = STATES.map((each) => ({ value: each, label: t(`cadre.motion.${each}`) }));
  return (
    <Page
      title={t('cadre.motions')}
      actions={
        <>
          <Select<State | ''>
            aria-label={t('cadre.motions.state')}
            value={state ?? ''}
            onChange={(chosen) => choose(chosen === '' ? null : chosen)}
            options={[{ value: '', label: t('cadre.motions.all') }, ...options]}
            style={{ minWidth: 150 }}
          />
          <TableMotion placeId={here.id} onDone={list.again} />
        </>
      }
    >
      <LinkList
        list={list}
        none={t('cadre.motions.none')}
        line={({ id, title, state: stands, council, place, tabledAs, tabledAt, screenBy }) => ({
          ...{ key: id, to: id, title },
          says: (
            <>
              {council?.name ?? place?.name} · {t(`cadre.tabler.${tabledAs}`)}
              {tabledAt && (
                <>
                  {' · '}
                  <Moment of={tabledAt} />
                </>
              )}
            </>
          ),
          side: (
            <>
              {stands === 'TABLED' && screenBy && (
                <span>
                  {t('cadre.screen-by')} <Moment of={screenBy} />
                </span>
              )}
              <Tag variant="outlined">{t(`cadre.motion.${stands}`)}</Tag>
            </>
          ),
        })}
      />
    </Page>
  );
}

/** Tables a motion as whom the person is. */
function TableMotion(props: { readonly placeId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  const as = [
    ...(holds('CADRE') ? (['SELF_GOVERNING'] as const) : []),
    ...(holds('PARTY_SECRETARY', 'PARTY_MEMBER') ? (['PARTY_ORGANISATION'] as const) : []),
  ];
  if (as.length === 0) return null;
  return (
    <ActButton
      document={CadreTableMotion}
      title={t('cadre.table-motion')}
      go={t('cadre.table-motion')}
      button={{ type: 'primary' }}
      given={{ placeId: props.placeId }}
      effect={t('cadre.table-motion.effect')}
      onDone={props.onDone}
      fields={[
        {
          ...{ name: 'tabledAs', kind: 'choice', label: t('cadre.tabled-as'), first: as[0] },
          options: as.map((each) => ({ value: each, label: t(`cadre.tabler.${each}`) })),
        },
        { name: 'title', kind: 'line', label: t('cadre.motion-title') },
        { name: 'text', kind: 'text', label: t('cadre.motion-text') },
      ]}
    />
  );
}
