import { Button, Card, theme } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../kit/part';
import type { LineProblem } from './report';

/** So many are shown at once. */
const AT_ONCE = 50;

/** What is wrong, line by line, as the lines are numbered where the list was written. */
export function LineProblems({ of }: { readonly of: readonly LineProblem[] }) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <Card size="small">
      <Part title={t('imports.problems')}>
        <ul className="imports-lines">
          {of.slice(0, shown).map((problem, at) => (
            <li key={at} style={{ borderColor: token.colorBorderSecondary }}>
              <OneProblem of={problem} />
            </li>
          ))}
        </ul>
        {of.length > shown && (
          <div>
            <Button onClick={() => setShown(shown + AT_ONCE)}>{t('desk.more')}</Button>
          </div>
        )}
      </Part>
    </Card>
  );
}

function OneProblem({ of: { line, column, given, message } }: { readonly of: LineProblem }) {
  const { t } = useTranslation();
  return (
    <div className="imports-problem">
      <strong>{t('imports.line', { line })}</strong>
      <span>{column}</span>
      <span className="imports-why">
        {given !== null && <span className="imports-given">{t('imports.given', { given })} </span>}
        {message}
      </span>
    </div>
  );
}
