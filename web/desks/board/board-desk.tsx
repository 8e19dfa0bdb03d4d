import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import disclosure from '../../../src/words/disclosure.json';
import spreadsheets from '../../../src/words/spreadsheets.json';
import { addWords } from '../../kit/words';
import words from '../../words/board.json';
import { ApplicationPage } from './application/application-page';
import { BankPage } from './bank/bank-page';
import { AccountPage } from './books/account-page';
import { EntryPage } from './books/entry-page';
import './board.css';
import { BoardMenu } from './board-menu';
import { GiftPage } from './gifts/gift-page';
import { GiftsPage } from './gifts/gifts-page';
import { RefundPage } from './gifts/refund-page';
import { GrantPage } from './grant/grant-page';
import { InboxPage } from './inbox/inbox-page';
import { PoolPage } from './pools/pool-page';
import { PoolsPage } from './pools/pools-page';
import { StatementPage } from './statements/statement-page';
import { TaskPage } from './gifts/task-page';

const StockTake = lazy(() => import('../till/stock-take-elsewhere'));
const Store = lazy(() => import('../till/store-elsewhere'));

addWords(disclosure);
addWords(spreadsheets);
addWords(words);

/** The boardroom: what waits, what it is about, and the money behind it. */
export default function BoardDesk() {
  return (
    <>
      <BoardMenu />
      <Routes>
        <Route index element={<InboxPage />} />
        <Route path="pools" element={<PoolsPage />} />
        <Route path="pools/:id/:tab?" element={<PoolPage />} />
        <Route path="applications/:id" element={<ApplicationPage />} />
        <Route path="grants/:id" element={<GrantPage />} />
        <Route path="gifts" element={<GiftsPage />} />
        <Route path="gifts/:id" element={<GiftPage />} />
        <Route path="refunds/:id" element={<RefundPage />} />
        <Route path="tasks/:id" element={<TaskPage />} />
        <Route path="bank" element={<BankPage />} />
        <Route path="statements/:id" element={<StatementPage />} />
        <Route path="stock-takes/:id" element={<StockTake />} />
        <Route path="store/*" element={<Store />} />
        <Route path="entries/:id" element={<EntryPage />} />
        <Route path="accounts/:id" element={<AccountPage />} />
        <Route path="*" element={<Navigate to="/board" replace />} />
      </Routes>
    </>
  );
}
