import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { theme } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Whole } from './report';

type Check = Whole['checks'][number];

/** What each check said: what is wrong with the rows that show it, what holds on demand. */
export function Checks({ of }: { readonly of: Whole }) {
  const { t } = useTranslation();
  const wrong = of.checks.filter(({ right }) => !right);
  const right = of.checks.filter((check) => check.right);
  return (
    <>
      {wrong.length > 0 && <CheckList checks={wrong} />}
      <details className="audit-checks">
        <summary>{t('audit.verify.right-ones', { count: right.length })}</summary>
        <CheckList checks={right} />
      </details>
    </>
  );
}

function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className="audit-check-list">
      {checks.map((check) => (
        <li key={check.name}>
          <Mark right={check.right} />
          <div>
            {check.says}
            {check.rows.length > 0 && <Rows of={check.rows} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Mark({ right }: { readonly right: boolean }) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  if (right)
    return (
      <CheckCircleOutlined
        role="img"
        aria-label={t('audit.right')}
        style={{ color: token.colorSuccess }}
      />
    );
  return (
    <CloseCircleOutlined
      role="img"
      aria-label={t('audit.wrong')}
      style={{ color: token.colorError }}
    />
  );
}

/** The rows as the check found them, with the ids of the books: for whoever looks into it. */
function Rows({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="audit-found">
      {of.map((row) => (
        <li key={row}>
          <code>{row}</code>
        </li>
      ))}
    </ul>
  );
}
