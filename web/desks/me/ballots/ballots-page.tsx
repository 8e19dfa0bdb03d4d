import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { MeBallots, type MeBallotsQuery } from '../../../generated/operations';
import { useMe } from '../../app/viewer';
import { Moment } from '../../kit/figures';
import { Page } from '../../kit/shown';
import { useList } from '../../kit/use-list';
import { AtHome } from '../parts/home-place';
import { Line, Listed } from '../parts/line';
import { Part } from '../../kit/part';
import { KeptHere } from './kept-here';

/** What the community is asked and was asked, the newest first. */
export function BallotsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('me.nav.votes')}>
      <KeptHere />
      <AtHome>{({ communityId }) => <Ballots communityId={communityId} />}</AtHome>
    </Page>
  );
}

type Asked = NonNullable<MeBallotsQuery['node']>;
type Row = Extract<Asked, { ballots: unknown }>['ballots']['edges'][number]['node'];

function Ballots({ communityId }: { readonly communityId: string }) {
  const { t } = useTranslation();
  const { residence } = useMe();
  const list = useList(MeBallots, { communityId }, ({ node }) =>
    node && 'ballots' in node ? node.ballots : null,
  );
  return (
    <Part title={residence?.community.name}>
      <Listed
        list={list}
        none={t('me.ballots.none')}
        draw={(ballot) => (
          <Line
            key={ballot.id}
            title={ballot.question}
            to={`/me/votes/${encodeURIComponent(ballot.id)}`}
            state={stateOf(ballot, t)}
            isGood={ballot.closedAt === null}
          >
            {t(`me.ballot.kind.${ballot.kind}`)} · {t('me.ballot.until')}{' '}
            <Moment of={ballot.closesAt} /> · {ownPart(ballot, t)}
          </Line>
        )}
      />
    </Part>
  );
}

function stateOf({ closedAt, outcome, rule }: Row, t: TFunction): string {
  if (!closedAt) return t('me.ballot.open');
  if (!rule || !outcome) return t('me.ballot.counted');
  return t(`me.outcome.${outcome.outcome}`);
}

function ownPart({ me }: Row, t: TFunction): string {
  if (!me) return t('me.ballot.own.none');
  if (me.recused) return t('me.ballot.own.aside');
  if (me.paperTaken) return t('me.ballot.own.paper');
  if (me.rollCallMarks) return t('me.ballot.own.named');
  return t(me.tokenTaken ? 'me.ballot.own.token' : 'me.ballot.own.waits');
}
