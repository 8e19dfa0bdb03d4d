import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import spreadsheets from '../../../src/words/spreadsheets.json';
import { addWords } from '../../kit/words';
import words from '../../words/audit.json';
import { DeskMenu } from '../kit/desk-menu';
import { AccountPage } from './account-page';
import './audit.css';
import { Books } from './books';
import { EntryPage } from './entry-page';
import { ExportsPage } from './exports/exports-page';
import { ReportPage } from './verify/report-page';
import { SearchPage } from './search/search-page';
import { VerifyPage } from './verify/verify-page';

addWords(spreadsheets);
addWords(words);

/** The books of a street's places: searched, read entry by entry, verified, and taken away. */
export default function AuditDesk() {
  const { t } = useTranslation();
  return (
    <>
      <DeskMenu
        pages={[
          { to: '/audit/entries', label: t('audit.entries') },
          { to: '/audit/verify', label: t('audit.verify') },
          { to: '/audit/exports', label: t('audit.exports') },
        ]}
      />
      <Routes>
        <Route index element={<Navigate to="/audit/entries" replace />} />
        <Route path="entries/:id" element={<EntryPage />} />
        <Route path="accounts/:id" element={<AccountPage />} />
        <Route element={<Books />}>
          <Route path="entries" element={<SearchPage />} />
          <Route path="verify" element={<VerifyPage />} />
          <Route path="verify/:id" element={<ReportPage />} />
          <Route path="exports" element={<ExportsPage />} />
        </Route>
        <Route path="*" element={<Navigate to="/audit/entries" replace />} />
      </Routes>
    </>
  );
}
