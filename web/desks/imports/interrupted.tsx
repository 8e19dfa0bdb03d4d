import { Alert, Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Import, Step } from './use-import';

type Interruption = Extract<Step, { is: 'refused' | 'unfit' | 'broken' }>;

/** Why it does not go on, and how it may: nothing is lost by trying again. */
export function Interrupted({ step, of }: { readonly step: Interruption; readonly of: Import }) {
  const { t } = useTranslation();
  if (step.is === 'unfit')
    return <Alert type="error" showIcon role="alert" title={t(`imports.unfit.${step.why}`)} />;
  if (step.is === 'broken')
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('imports.broken')}
        description={
          <Flex vertical gap="small" align="start">
            <span>{t(step.manner.commit ? 'imports.broken.taking' : 'imports.broken.trying')}</span>
            <Button type="primary" onClick={() => of.go(step.manner)}>
              {t('imports.go-on')}
            </Button>
          </Flex>
        }
      />
    );
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={step.says || t('desk.failed')}
      description={
        <Flex vertical gap="small" align="start">
          {step.incident && (
            <Typography.Text copyable={{ text: step.incident }} code>
              {step.incident}
            </Typography.Text>
          )}
          <span>{t('imports.refused.says')}</span>
          <Button onClick={() => of.go({ commit: false, again: false })}>{t('desk.again')}</Button>
        </Flex>
      }
    />
  );
}
