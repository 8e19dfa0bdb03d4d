import { Card, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Part } from '../kit/part';
import type { LineRead } from './report';

/** The first lines as they were understood: columns that were mixed up are seen here. */
export function FirstLines({ of }: { readonly of: readonly LineRead[] }) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  return (
    <Card size="small">
      <Part title={t('imports.first')}>
        <ul className="imports-lines imports-read">
          {of.map(({ line, cells }) => (
            <li key={line} style={{ borderColor: token.colorBorderSecondary }}>
              <strong>{t('imports.line', { line })}</strong>
              <dl>
                {Object.entries(cells).map(([heading, cell]) => (
                  <div key={heading}>
                    <dt>
                      <Typography.Text style={{ color: token.colorTextSecondary }}>
                        {heading}
                      </Typography.Text>
                    </dt>
                    <dd>{cell}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </Part>
    </Card>
  );
}
