import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AuditVerification } from '../../../generated/operations';
import { found } from '../../kit/found';
import { Nothing, Page, Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Report } from './report';

/** An earlier report, as it was. */
export function ReportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(AuditVerification, { id });
  return (
    <Page title={t('audit.verify.report')}>
      <Shown read={read} rows={8}>
        {({ node }) => {
          const report = found(node);
          return report ? <Report of={report} /> : <Nothing says={t('desk.not-here')} />;
        }}
      </Shown>
    </Page>
  );
}
