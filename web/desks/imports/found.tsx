import { Alert, Button, Card, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count, moment } from '../../kit/figures';
import { useLanguage } from '../kit/figures';
import { Part } from '../kit/part';
import { FirstLines } from './first-lines';
import { Made } from './made';
import { LineProblems } from './line-problems';
import type { Report } from './report';
import type { Import } from './use-import';

interface Props {
  readonly report: Report;
  readonly timeZone: string;
  readonly of: Import;
}

/** What a file would do, or what keeps it from doing it; nothing of it is recorded yet. */
export function Found({ report, timeZone, of }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = report.earlierAt && moment(report.earlierAt, language, timeZone);
  if (report.repeated)
    return (
      <Alert
        type="info"
        showIcon
        title={t('imports.repeated', { at })}
        description={t('imports.repeated.says')}
      />
    );
  return (
    <>
      {report.bad > 0 ? <Bad report={report} /> : <Good report={report} at={at} of={of} />}
      {report.first.length > 0 && <FirstLines of={report.first} />}
    </>
  );
}

function Bad({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bad, lines, complete, problems } = report;
  const facts = { bad: count(bad, language), lines: count(lines, language) };
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t(complete ? 'imports.bad' : 'imports.bad.many', { ...facts, count: bad })}
        description={t('imports.bad.says')}
      />
      <LineProblems of={problems} />
    </>
  );
}

/** The last look before it is recorded: that is what the button says, too. */
function Good(props: { readonly report: Report; readonly at: string | null; readonly of: Import }) {
  const { report, at, of } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [isMeant, setMeant] = useState(false);
  const lines = { count: report.lines, n: count(report.lines, language) };
  return (
    <Card size="small">
      <Part title={<span role="status">{t('imports.good', lines)}</span>}>
        <Made of={report.made} />
        {at !== null && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={t('imports.same-lines', { at })}
            description={
              <Checkbox checked={isMeant} onChange={({ target }) => setMeant(target.checked)}>
                {t('imports.same-lines.meant')}
              </Checkbox>
            }
          />
        )}
        <Flex vertical gap="small" align="start" className="no-print">
          <span>{t('imports.good.says')}</span>
          <Button
            type="primary"
            size="large"
            disabled={at !== null && !isMeant}
            onClick={() => of.go({ commit: true, again: isMeant })}
          >
            {t('imports.take', lines)}
          </Button>
        </Flex>
      </Part>
    </Card>
  );
}
