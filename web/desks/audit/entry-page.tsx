import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AuditEntry, type AuditEntryQuery } from '../../generated/operations';
import { found } from '../kit/found';
import { Nothing, Page, Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { EntryFacts } from './entry-facts';
import { Seal } from './seal';
import { Textbook } from './textbook';
import { Told } from './told';

export type Entry = Extract<NonNullable<AuditEntryQuery['node']>, { id: string }>;

/** One entry as a textbook prints it, with its seal, who recorded it, and by which facts. */
export function EntryPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useRead(AuditEntry, { id });
  return (
    <Shown read={read} rows={10}>
      {({ node }) => {
        const entry = found(node);
        if (!entry) return <Nothing says={t('desk.not-here')} />;
        return (
          <Page
            title={entry.title}
            actions={
              <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                {t('audit.print')}
              </Button>
            }
          >
            <p className="audit-lead">{entry.says}</p>
            <TakenBack of={entry} />
            <Card>
              <Textbook legs={entry.legs} />
            </Card>
            <div className="audit-columns">
              <Card>
                <h2>{t('audit.about')}</h2>
                <Told of={entry} />
              </Card>
              <Card>
                <h2>{t('audit.seal')}</h2>
                <Seal of={entry.block} />
              </Card>
            </div>
            <Card>
              <h2>{t('audit.facts')}</h2>
              <EntryFacts of={entry.facts} />
            </Card>
          </Page>
        );
      }}
    </Shown>
  );
}

/** That an entry is taken back, or takes another back, and the way to that one. */
function TakenBack({ of: { reversedBy, reversalOf } }: { readonly of: Entry }) {
  const { t } = useTranslation();
  const other = reversedBy ?? reversalOf;
  if (!other) return null;
  const says = t(reversedBy ? 'audit.reversed' : 'audit.reverses');
  return (
    <Alert
      type="warning"
      showIcon
      title={says}
      description={<Link to={`/audit/entries/${other.id}`}>{t('audit.other-entry')}</Link>}
    />
  );
}
