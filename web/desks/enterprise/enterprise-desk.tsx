import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { addWords } from '../../kit/words';
import words from '../../words/enterprise.json';
import { DeskMenu } from '../kit/desk-menu';
import { Nothing } from '../kit/shown';
import { DeclarationPage } from './declaration-page';
import { DeclarePage } from './declare-page';
import './enterprise.css';
import { EnterpriseOf, EnterpriseSwitch, useEnterprises } from './enterprises';
import { MatchesPage } from './matches-page';
import { PlanPage } from './plan-page';
import { PlansPage } from './plans-page';
import { PromisesPage } from './promises-page';
import { RemittancePage } from './remittance-page';

addWords(words);

/** What a social enterprise earned, what it promised to pools, and what became of that. */
export default function EnterpriseDesk() {
  const { t } = useTranslation();
  const enterprises = useEnterprises();
  if (enterprises.length === 0) return <Nothing says={t('desk.not-yours')} />;
  return (
    <EnterpriseOf enterprises={enterprises}>
      <div className="ent-desk">
        <EnterpriseSwitch enterprises={enterprises} />
        <DeskMenu
          pages={[
            { to: '/enterprise/promises', label: t('enterprise.promises') },
            { to: '/enterprise/plans', label: t('enterprise.plans') },
            { to: '/enterprise/matches', label: t('enterprise.matches') },
          ]}
        />
        <Routes>
          <Route index element={<Navigate to="/enterprise/promises" replace />} />
          <Route path="promises" element={<PromisesPage />} />
          <Route path="promises/new" element={<DeclarePage />} />
          <Route path="promises/:id" element={<DeclarationPage />} />
          <Route path="promises/:declarationId/arrivals/:id" element={<RemittancePage />} />
          <Route path="plans" element={<PlansPage />} />
          <Route path="plans/new" element={<PlanPage />} />
          <Route path="matches" element={<MatchesPage />} />
          <Route path="*" element={<Navigate to="/enterprise/promises" replace />} />
        </Routes>
      </div>
    </EnterpriseOf>
  );
}
