import { Route, Routes } from 'react-router';
import { addWords } from '../../kit/words';
import enums from '../../words/cadre-enums.json';
import words from '../../words/cadre.json';
import { NotHere } from '../app/not-here';
import { CadreFrame } from './cadre-frame';
import { Board } from './fund/board';
import { Project } from './fund/project';
import { Inbox } from './inbox/inbox';
import { WhereProvider } from './where';

addWords(words);
addWords(enums);

/** The desk of cadres, the party organisation, officers and supervisors. */
export default function CadreDesk() {
  return (
    <WhereProvider>
      <Routes>
        <Route element={<CadreFrame />}>
          <Route index element={<Inbox />} />
          <Route path="fund" element={<Board />} />
          <Route path="fund/:id" element={<Project />} />
          <Route path="*" element={<NotHere />} />
        </Route>
      </Routes>
    </WhereProvider>
  );
}
