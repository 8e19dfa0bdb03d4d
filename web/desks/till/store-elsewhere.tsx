import { Route, Routes } from 'react-router';
import { addWords } from '../../kit/words';
import storeWords from '../../words/store.json';
import words from '../../words/till.json';
import { NotHere } from '../app/not-here';
import { AllowancesPage } from './goods/allowances-page';
import { LotPage } from './lots/lot-page';
import { OneWriteOff } from './lots/write-offs-page';
import { OneShift } from './one-shift';
import './till.css';
import { TransferPage } from './transfers/transfer-page';

addWords(words);
addWords(storeWords);

/** What of a store is decided elsewhere: by the treasurer as a second person, by the committee. */
export default function StoreElsewhere() {
  return (
    <Routes>
      <Route path="shifts/:id" element={<OneShift />} />
      <Route path="lots/:id" element={<LotPage />} />
      <Route path="write-offs/:id" element={<OneWriteOff />} />
      <Route path="transfers/:id" element={<TransferPage />} />
      <Route path="allowances/:id" element={<AllowancesPage />} />
      <Route path="*" element={<NotHere />} />
    </Routes>
  );
}
