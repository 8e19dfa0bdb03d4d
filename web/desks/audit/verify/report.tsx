import { Card, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type AuditReportFragment,
  AuditVerification,
  type AuditVerificationQuery,
} from '../../../generated/operations';
import { Moment } from '../../kit/figures';
import { found } from '../../kit/found';
import { Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { Checks } from './checks';
import { Outcome } from './outcome';

export type Whole = Extract<NonNullable<AuditVerificationQuery['node']>, { id: string }>;

/** A report: when it was asked for and by whom, and once it is done, each check. */
export function Report({ of }: { readonly of: AuditReportFragment }) {
  const { t } = useTranslation();
  const isDone = of.endedAt !== null;
  return (
    <Card>
      <Flex justify="space-between" align="baseline" gap="small" wrap>
        <span>
          <Moment of={of.askedAt} /> · {of.askedByName ?? t('audit.system')}
        </span>
        <span role="status">
          <Outcome of={of} />
        </span>
      </Flex>
      {isDone ? <Done id={of.id} /> : <UnderWay state={of.state} />}
    </Card>
  );
}

/** It goes on without this screen: whoever leaves finds the report later. */
function UnderWay({ state }: { readonly state: AuditReportFragment['state'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Progress
        percent={state === 'RUNNING' ? 60 : 15}
        status="active"
        showInfo={false}
        aria-label={t(`audit.verify.${state}`)}
      />
      <p className="audit-lead">{t('audit.verify.under-way')}</p>
    </>
  );
}

function Done({ id }: { readonly id: string }) {
  const read = useRead(AuditVerification, { id });
  return (
    <Shown read={read} rows={6}>
      {({ node }) => {
        const report = found(node);
        return report ? <Checks of={report} /> : null;
      }}
    </Shown>
  );
}
