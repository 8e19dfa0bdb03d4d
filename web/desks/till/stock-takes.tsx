import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { TillStartStockTake, TillStockTakes } from '../../generated/operations';
import { Moment } from '../kit/figures';
import { found } from '../kit/found';
import { Problems } from '../kit/problems';
import { Listed } from '../kit/listed';
import { Nothing, Page } from '../kit/shown';
import { useAct } from '../kit/use-act';
import { useList } from '../kit/use-list';
import { useTill } from './at-store';
import { StockTakeTag } from './stock-take-tag';

/** The store's stock-takes, the latest first; the storekeeper starts one. */
export function StockTakes() {
  const { t } = useTranslation();
  const { store } = useTill();
  const navigate = useNavigate();
  const list = useList(
    TillStockTakes,
    { storeId: store.id },
    ({ node }) => found(node)?.stockTakes,
  );
  const { act, busy, problems, failure } = useAct(TillStartStockTake);
  const start = async () => {
    const done = await act({ storeId: store.id });
    if (done?.stockTake) await navigate(`/till/stock-takes/${done.stockTake.id}`);
  };
  const isOpen = list.data?.some(({ state }) => state === 'COUNTING' || state === 'CLOSED');
  const actions = store.runs && list.data && !isOpen && (
    <Button type="primary" loading={busy} onClick={() => void start()}>
      {t('till.stock-take.start')}
    </Button>
  );
  return (
    <Page title={t('till.page.stock-takes')} actions={actions}>
      <Typography.Text>{t('till.stock-take.says')}</Typography.Text>
      <Problems problems={problems} failure={failure} />
      <Listed
        list={list}
        empty={
          <Nothing says={t(store.runs ? 'till.stock-take.none' : 'till.stock-take.none-yet')} />
        }
      >
        {(takes) => (
          <ul className="till-cards">
            {takes.map(({ id, startedAt, state, startedBy }) => (
              <li key={id} className="till-card">
                <Flex gap="small" wrap align="center">
                  <Link to={`/till/stock-takes/${id}`}>
                    <Moment of={startedAt} timeZone={store.place.timeZone} />
                  </Link>
                  {startedBy && <span>{startedBy.displayName}</span>}
                  <StockTakeTag state={state} />
                </Flex>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </Page>
  );
}
