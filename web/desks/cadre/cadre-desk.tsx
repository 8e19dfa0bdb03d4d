import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { addWords } from '../../kit/words';
import enums from '../../words/cadre-enums.json';
import words from '../../words/cadre.json';
import { NotHere } from '../app/not-here';
import { Ballot } from './ballots/ballot';
import { Ballots } from './ballots/ballots';
import { CadreFrame } from './cadre-frame';
import { Council } from './councils/council';
import { Councils } from './councils/councils';
import { Election } from './councils/election';
import { Courtyard } from './courtyards/courtyard';
import { Courtyards } from './courtyards/courtyards';
import { Board } from './fund/board';
import { Project } from './fund/project';
import { Inbox } from './inbox/inbox';
import { Convene } from './meetings/convene';
import { Meeting } from './meetings/meeting';
import { Meetings } from './meetings/meetings';
import { Motion } from './motions/motion';
import { Motions } from './motions/motions';
import { Matters } from './register/matters';
import { Organisation } from './register/organisation';
import { Organisations } from './register/organisations';
import { Register } from './register/register';
import { Resident } from './register/resident';
import { WhereProvider } from './where';

const ImportResidents = lazy(() => import('./register/import-residents'));

const Store = lazy(() => import('../till/store-elsewhere'));

const Credits = lazy(() => import('./credits/credits'));
const CreditsStore = lazy(() => import('./credits/store'));

const Courses = lazy(() => import('./courses/courses'));
const Course = lazy(() => import('./courses/course'));

const Projects = lazy(() => import('./projects/projects'));
const OpenProject = lazy(() => import('./projects/open-project'));
const MicroProject = lazy(() => import('./projects/project'));

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
          <Route path="motions" element={<Motions />} />
          <Route path="motions/:id" element={<Motion />} />
          <Route path="meetings" element={<Meetings />} />
          <Route path="meetings/convene" element={<Convene />} />
          <Route path="meetings/:id" element={<Meeting />} />
          <Route path="ballots" element={<Ballots />} />
          <Route path="ballots/:id" element={<Ballot />} />
          <Route path="councils" element={<Councils />} />
          <Route path="councils/:id" element={<Council />} />
          <Route path="elections/:id" element={<Election />} />
          <Route path="courtyards" element={<Courtyards />} />
          <Route path="courtyards/:id" element={<Courtyard />} />
          <Route path="store/*" element={<Store />} />
          <Route path="projects" element={<Projects />} />
          <Route path="projects/new" element={<OpenProject />} />
          <Route path="projects/:id" element={<MicroProject />} />
          <Route path="courses" element={<Courses />} />
          <Route path="courses/:id" element={<Course />} />
          <Route path="credits" element={<Credits />} />
          <Route path="credits/stores/:id" element={<CreditsStore />} />
          <Route path="register" element={<Register />} />
          <Route path="register/organisations" element={<Organisations />} />
          <Route path="register/organisations/:id" element={<Organisation />} />
          <Route path="register/import" element={<ImportResidents />} />
          <Route path="register/matters" element={<Matters />} />
          <Route path="register/:id" element={<Resident />} />
          <Route path="*" element={<NotHere />} />
        </Route>
      </Routes>
    </WhereProvider>
  );
}
