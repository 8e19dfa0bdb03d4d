import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { INSUFFICIENT_CREDITS, OUT_OF_STOCK } from '../../../src/words/bookkeeping.json';
import { addWords } from '../../kit/words';
import storeWords from '../../words/store.json';
import words from '../../words/till.json';
import { NotHere } from '../app/not-here';
import { AtStore } from './at-store';
import { Counter } from './counter/counter';
import { AllowancesPage } from './goods/allowances-page';
import { GoodsPage } from './goods/goods-page';
import { ProductPage } from './goods/product-page';
import { RulesPage } from './goods/rules-page';
import { DrivesPage } from './gifts/drives-page';
import { GiftsPage } from './gifts/gifts-page';
import { ReceiveGift } from './gifts/receive-gift';
import { Intake } from './intake';
import { LotPage } from './lots/lot-page';
import { LotsPage } from './lots/lots-page';
import { OneWriteOff, WriteOffsPage } from './lots/write-offs-page';
import { OneShift } from './one-shift';
import { ShiftPage } from './shift-page';
import { Slips } from './slips';
import { StockTakePage } from './stock-take-page';
import { StockTakes } from './stock-takes';
import { Tasks } from './tasks';
import { TillFrame } from './till-frame';
import { SendPage } from './transfers/send-page';
import { TransferPage } from './transfers/transfer-page';
import { TransfersPage } from './transfers/transfers-page';
import { WaitingPage } from './waiting-page';
import './till.css';

const ImportGoods = lazy(() => import('./import-goods'));
const Statements = lazy(() => import('./statements/statements-page'));
const Statement = lazy(() => import('./statements/statement-page'));

addWords(words);
addWords(storeWords);
addWords({ INSUFFICIENT_CREDITS, OUT_OF_STOCK });

/** The till: made for a tablet, a scanner and a network that comes and goes. */
export default function TillDesk() {
  return (
    <Routes>
      <Route
        element={
          <AtStore>
            <TillFrame />
          </AtStore>
        }
      >
        <Route index element={<Counter />} />
        <Route path="slips" element={<Slips />} />
        <Route path="waiting" element={<WaitingPage />} />
        <Route path="tasks" element={<Tasks />} />
        <Route path="shift" element={<ShiftPage />} />
        <Route path="intake" element={<Intake />} />
        <Route path="import/:noun" element={<ImportGoods />} />
        <Route path="stock-takes" element={<StockTakes />} />
        <Route path="gifts" element={<GiftsPage />} />
        <Route path="gifts/new" element={<ReceiveGift />} />
        <Route path="drives" element={<DrivesPage />} />
        <Route path="lots" element={<LotsPage />} />
        <Route path="write-offs" element={<WriteOffsPage />} />
        <Route path="transfers" element={<TransfersPage />} />
        <Route path="transfers/new" element={<SendPage />} />
        <Route path="goods" element={<GoodsPage />} />
        <Route path="goods/:id" element={<ProductPage />} />
        <Route path="rules" element={<RulesPage />} />
        <Route path="statements" element={<Statements />} />
        <Route path="statements/:id" element={<Statement />} />
      </Route>
      <Route path="stock-takes/:id" element={<StockTakePage />} />
      <Route path="shifts/:id" element={<OneShift />} />
      <Route path="lots/:id" element={<LotPage />} />
      <Route path="write-offs/:id" element={<OneWriteOff />} />
      <Route path="transfers/:id" element={<TransferPage />} />
      <Route path="allowances/:id" element={<AllowancesPage />} />
      <Route path="*" element={<NotHere />} />
    </Routes>
  );
}
