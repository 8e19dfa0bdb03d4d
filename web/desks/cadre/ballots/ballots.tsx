import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CadreBallots,
  type CadreBallotsQuery,
  CadreOpenBallot,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { localOf } from '../../kit/act-input';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Nothing, Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { LinkList } from '../parts/link-list';
import { type Community, useWhere } from '../where';

type Node = Extract<
  NonNullable<CadreBallotsQuery['node']>,
  { readonly id: string }
>['ballots']['edges'][number]['node'];

/** What a community was asked, and asking it something. */
export function Ballots() {
  const { t } = useTranslation();
  const { here } = useWhere();
  return here ? <BallotsOf here={here} /> : <Nothing says={t('cadre.no-community')} />;
}

const stateOf = ({ closedAt, closesAt }: Node) => {
  if (closedAt) return 'cadre.ballot.counted';
  return new Date(closesAt) <= new Date() ? 'cadre.ballot.over' : 'cadre.ballot.open';
};

function BallotsOf({ here }: { readonly here: Community }) {
  const { t } = useTranslation();
  const list = useList(CadreBallots, { place: here.id }, ({ node }) => found(node)?.ballots);
  return (
    <Page
      title={t('cadre.ballots')}
      actions={<OpenBallot communityId={here.id} onDone={list.again} />}
    >
      <LinkList
        list={list}
        none={t('cadre.ballots.none')}
        line={(ballot) => ({
          ...{ key: ballot.id, to: ballot.id, title: ballot.question },
          says: (
            <>
              {t(`cadre.vote-by.${ballot.voteBy}`)} · {t(`cadre.ballot-kind.${ballot.kind}`)} ·{' '}
              {t('cadre.until')} <Moment of={ballot.closesAt} />
              {ballot.place && ` · ${ballot.place.name}`}
            </>
          ),
          side: <Tag variant="outlined">{t(stateOf(ballot))}</Tag>,
        })}
      />
    </Page>
  );
}

/** Asks the community for its opinion. */
function OpenBallot(props: { readonly communityId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { holds } = useWhere();
  if (!holds('CADRE', 'OFFICER')) return null;
  const voteBy = ['HOUSEHOLD', 'RESIDENT'] as const;
  return (
    <ActButton
      document={CadreOpenBallot}
      title={t('cadre.open-ballot')}
      go={t('cadre.open-ballot')}
      button={{ type: 'primary' }}
      given={{ communityId: props.communityId }}
      effect={t('cadre.open-ballot.effect')}
      danger
      onDone={props.onDone}
      shape={(input) => ({
        ...input,
        choices: String(input.choices)
          .split('\n')
          .map((each) => each.trim())
          .filter(Boolean),
      })}
      fields={[
        { name: 'question', kind: 'line', label: t('cadre.ask.question') },
        {
          ...{ name: 'choices', kind: 'text', label: t('cadre.choices') },
          first: [t('cadre.ask.for'), t('cadre.ask.against')].join('\n'),
        },
        {
          ...{ name: 'voteBy', kind: 'choice', label: t('cadre.vote-by'), first: 'HOUSEHOLD' },
          options: voteBy.map((each) => ({ value: each, label: t(`cadre.vote-by.${each}`) })),
        },
        {
          ...{ name: 'closesAt', kind: 'moment', label: t('cadre.closes-at') },
          first: localOf(new Date(Date.now() + 7 * 86_400_000)),
        },
      ]}
    />
  );
}
