import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import {
  TillCloseStockTake,
  TillStockTake,
  type TillStockTakeFragment,
} from '../../generated/operations';
import { useMe } from '../app/viewer';
import { ActButton } from '../kit/act-form';
import { Moment } from '../kit/figures';
import { found } from '../kit/found';
import { Listed } from '../kit/listed';
import { Nothing, Page, Shown } from '../kit/shown';
import { useList } from '../kit/use-list';
import { useRead } from '../kit/use-read';
import { CountGoods } from './count-goods';
import { CountTable } from './count-table';
import { DecideStockTake } from './decide-stock-take';
import { StockTakeTag } from './stock-take-tag';

/** One stock-take: counted without being told, then compared, then decided by a second person. */
export function StockTakePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const isAtTill = useLocation().pathname.startsWith('/till');
  const read = useRead(TillStockTake, { id, after: null });
  const counts = useList(TillStockTake, { id }, ({ node }) => found(node)?.counts);
  const again = () => {
    read.again();
    counts.again();
  };
  return (
    <Shown read={read}>
      {({ node }) => {
        const take = found(node);
        if (!take) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page
            title={
              <Flex gap="small" align="center" wrap>
                {t('till.stock-take.of', { store: take.store.name })}
                <StockTakeTag state={take.state} />
              </Flex>
            }
            actions={isAtTill && <Link to="/till/stock-takes">{t('till.page.stock-takes')}</Link>}
          >
            <Story take={take} />
            {take.state === 'COUNTING' && (
              <CountGoods take={take} counted={counts.data ?? []} done={again} />
            )}
            <Listed list={counts} empty={<Nothing says={t('till.stock-take.nothing')} />}>
              {(rows) => <CountTable counts={rows} state={take.state} />}
            </Listed>
            <Next take={take} hasCounts={(counts.data ?? []).length > 0} again={again} />
          </Page>
        );
      }}
    </Shown>
  );
}

function Story({ take }: { readonly take: TillStockTakeFragment }) {
  const { t } = useTranslation();
  return (
    <Typography.Text>
      {t('till.stock-take.started', { name: take.startedBy?.displayName ?? '' })}{' '}
      <Moment of={take.startedAt} />
      {take.decidedBy && take.decidedAt && (
        <>
          {' · '}
          {t('till.stock-take.decided', { name: take.decidedBy.displayName })}{' '}
          <Moment of={take.decidedAt} />
        </>
      )}
      {take.declineReason && ` · ${take.declineReason}`}
    </Typography.Text>
  );
}

/** What is to be done next: end the counting, or, by somebody else, decide. */
function Next(props: {
  readonly take: TillStockTakeFragment;
  readonly hasCounts: boolean;
  readonly again: () => void;
}) {
  const { take, hasCounts, again } = props;
  const { t } = useTranslation();
  const me = useMe();
  const runs = me.roles.some(({ role }) => role === 'STOREKEEPER');
  if (take.state === 'COUNTING' && runs && hasCounts)
    return (
      <div>
        <ActButton
          document={TillCloseStockTake}
          title={t('till.stock-take.close')}
          button={{ type: 'primary' }}
          given={{ stockTakeId: take.id }}
          effect={<Typography.Text>{t('till.stock-take.close.effect')}</Typography.Text>}
          go={t('till.stock-take.close')}
          onDone={again}
        />
      </div>
    );
  if (take.state !== 'CLOSED') return null;
  if (take.startedBy?.id === me.person.id)
    return <Typography.Text>{t('till.stock-take.second')}</Typography.Text>;
  return <DecideStockTake take={take} done={again} />;
}
