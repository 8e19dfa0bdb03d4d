import { Route, Routes } from 'react-router';
import { INSUFFICIENT_CREDITS, OUT_OF_STOCK } from '../../../src/words/bookkeeping.json';
import { addWords } from '../../kit/words';
import words from '../../words/till.json';
import { NotHere } from '../app/not-here';
import { AtStore } from './at-store';
import { Counter } from './counter/counter';
import { Intake } from './intake';
import { ShiftPage } from './shift-page';
import { Slips } from './slips';
import { StockTakePage } from './stock-take-page';
import { StockTakes } from './stock-takes';
import { Tasks } from './tasks';
import { TillFrame } from './till-frame';
import { WaitingPage } from './waiting-page';
import './till.css';

addWords(words);
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
        <Route path="stock-takes" element={<StockTakes />} />
      </Route>
      <Route path="stock-takes/:id" element={<StockTakePage />} />
      <Route path="*" element={<NotHere />} />
    </Routes>
  );
}
