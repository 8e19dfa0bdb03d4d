import { Collapse, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

const QUESTIONS = ['who-sees', 'lost', 'another-device', 'shared', 'pressed'] as const;

/** What voters ask, answered plainly: also how a vote can be lost. */
export function HowSecret() {
  const { t } = useTranslation();
  const items = QUESTIONS.map((question) => ({
    key: question,
    label: t(`me.how.${question}`),
    children: <Typography.Text>{t(`me.how.${question}.says`)}</Typography.Text>,
  }));
  return <Collapse size="small" items={items} className="no-print" />;
}
