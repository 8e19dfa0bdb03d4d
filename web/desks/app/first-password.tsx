import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Account } from '../../generated/operations';
import { Page } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { PasswordForm } from './account';
import { useMeAgain } from './viewer';

/** Before anything else: a password that nobody else knows. */
export function FirstPassword() {
  const { t } = useTranslation();
  const again = useMeAgain();
  const { data } = useRead(Account, {});
  return (
    <Page title={t('account.first')}>
      <Typography.Text>{t('account.first.says')}</Typography.Text>
      <Card style={{ maxWidth: 480 }}>
        <PasswordForm login={data?.me?.person.login ?? ''} onDone={again} />
      </Card>
    </Page>
  );
}
