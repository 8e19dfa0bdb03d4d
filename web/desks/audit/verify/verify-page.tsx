import { Button, Card, Flex } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  type AuditReportFragment,
  AuditVerifications,
  AuditVerify,
} from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Listed } from '../../kit/listed';
import { Problems } from '../../kit/problems';
import { Nothing, Page } from '../../kit/shown';
import { useAct } from '../../kit/use-act';
import { useList } from '../../kit/use-list';
import { useBooks } from '../books';
import { Outcome } from './outcome';
import { Report } from './report';

/** How often a screen looks whether a report is there, while one waits. */
const LOOK_EVERY_MS = 1_500;

const isUnderWay = (report: AuditReportFragment | undefined) =>
  report?.state === 'WAITING' || report?.state === 'RUNNING';

/** Whether the books hold: the last report check by check, those before it, and a new one. */
export function VerifyPage() {
  const { t } = useTranslation();
  const { id } = useBooks();
  const list = useList(
    AuditVerifications,
    { id },
    ({ node }) => found(node)?.verifications ?? null,
  );
  const { act, busy, problems, failure } = useAct(AuditVerify);
  const [latest] = list.data ?? [];
  const waits = isUnderWay(latest);
  const { again } = list;
  useEffect(() => {
    if (!waits) return;
    const look = setInterval(again, LOOK_EVERY_MS);
    return () => clearInterval(look);
  }, [waits, again]);
  const ask = async () => {
    if (await act({ communityId: id })) again();
  };
  return (
    <Page
      title={t('audit.verify')}
      actions={
        <Button type="primary" loading={busy} disabled={waits} onClick={() => void ask()}>
          {t('audit.verify.ask')}
        </Button>
      }
    >
      <p className="audit-lead">{t('audit.verify.says')}</p>
      <Problems problems={problems} failure={failure} />
      <Listed list={list} empty={<Nothing says={t('audit.verify.none')} />}>
        {([newest, ...earlier]) => (
          <Flex vertical gap="middle">
            {newest && <Report of={newest} />}
            {earlier.length > 0 && <Earlier reports={earlier} />}
          </Flex>
        )}
      </Listed>
    </Page>
  );
}

function Earlier({ reports }: { readonly reports: readonly AuditReportFragment[] }) {
  const { t } = useTranslation();
  const { slug } = useBooks();
  return (
    <Card>
      <h2>{t('audit.verify.earlier')}</h2>
      <ul className="audit-entries">
        {reports.map((report) => (
          <li key={report.id}>
            <div>
              <Link to={`/audit/verify/${report.id}?books=${slug ?? ''}`}>
                <Moment of={report.askedAt} />
              </Link>
              <div>{report.askedByName}</div>
            </div>
            <Outcome of={report} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
