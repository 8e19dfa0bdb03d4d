import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { addWords } from '../../kit/words';
import words from '../../words/me.json';
import { NotHere } from '../app/not-here';
import { AffairsPage } from './affairs/affairs-page';
import { ElectionPage } from './affairs/election-page';
import { MeetingPage } from './affairs/meeting-page';
import { MotionPage } from './affairs/motion-page';
import { ResolutionPage } from './affairs/resolution-page';
import { BallotPage } from './ballots/ballot-page';
import { BallotsPage } from './ballots/ballots-page';
import { CouncilPage } from './council/council-page';
import { ActivityPage } from './courtyard/activity-page';
import { HomePage } from './home-page';
import { MeNav } from './nav';
import { ProjectPage } from './projects/project-page';
import { CoursePage } from './services/course-page';
import { CoursesPage } from './services/courses-page';
import { ServicesPage } from './services/services-page';
import { ApplicationPage } from './teams/application-page';
import { ApplyPage } from './teams/apply-page';
import { GrantPage } from './teams/grant-page';
import { TeamPage } from './teams/team-page';
import { TeamsPage } from './teams/teams-page';
import { ExchangesPage } from './wallet/exchanges-page';
import { WalletPage } from './wallet/wallet-page';
import './me.css';

const ImportServices = lazy(() => import('./teams/import-services'));

addWords(words);

/** A resident's own page, made for a phone. */
export default function MeDesk() {
  return (
    <>
      <MeNav />
      <div className="me-body">
        <Routes>
          <Route index element={<HomePage />} />
          <Route path="wallet" element={<WalletPage />} />
          <Route path="exchanges" element={<ExchangesPage />} />
          <Route path="services" element={<ServicesPage />} />
          <Route path="courses" element={<CoursesPage />} />
          <Route path="courses/:id" element={<CoursePage />} />
          <Route path="votes" element={<BallotsPage />} />
          <Route path="votes/:id" element={<BallotPage />} />
          <Route path="affairs/:part?" element={<AffairsPage />} />
          <Route path="motions/:id" element={<MotionPage />} />
          <Route path="meetings/:id" element={<MeetingPage />} />
          <Route path="resolutions/:id" element={<ResolutionPage />} />
          <Route path="elections/:id" element={<ElectionPage />} />
          <Route path="councils/:id" element={<CouncilPage />} />
          <Route path="activities/:id" element={<ActivityPage />} />
          <Route path="projects/:id" element={<ProjectPage />} />
          <Route path="teams" element={<TeamsPage />} />
          <Route path="teams/:id" element={<TeamPage />} />
          <Route path="teams/:id/import" element={<ImportServices />} />
          <Route path="teams/:id/apply" element={<ApplyPage />} />
          <Route path="applications/:id" element={<ApplicationPage />} />
          <Route path="grants/:id" element={<GrantPage />} />
          <Route path="*" element={<NotHere />} />
        </Routes>
      </div>
    </>
  );
}
