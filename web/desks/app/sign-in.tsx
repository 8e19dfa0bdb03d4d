import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { SignIn as SignInDocument } from '../../generated/operations';
import { Problems } from '../kit/problems';
import { useAct } from '../kit/use-act';
import { LanguageButton } from './frame';

/** Where a person says who they are; then on to where they wanted to go. */
export function SignIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { act, busy, problems, failure } = useAct(SignInDocument);
  const submit = async (given: { login: string; password: string }) => {
    if (await act(given)) await navigate(within(search.get('to')), { replace: true });
  };
  const required = [{ required: true, message: t('sign-in.missing') }];
  return (
    <Flex
      component="main"
      align="center"
      justify="center"
      style={{ minHeight: '100vh', padding: 16 }}
    >
      <Card style={{ width: 400, maxWidth: '100%' }}>
        <Flex justify="space-between" align="center">
          <Typography.Title level={1} style={{ fontSize: '1.5rem', margin: 0 }}>
            邻里 Linli
          </Typography.Title>
          <LanguageButton />
        </Flex>
        <Form layout="vertical" onFinish={(given) => void submit(given)} style={{ marginTop: 24 }}>
          <Form.Item name="login" label={t('sign-in.login')} rules={required}>
            <Input autoComplete="username" autoFocus autoCapitalize="none" size="large" />
          </Form.Item>
          <Form.Item name="password" label={t('sign-in.password')} rules={required}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Flex vertical gap="middle">
            <Problems problems={problems} failure={failure} />
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t('sign-in.go')}
            </Button>
            <Typography.Text>
              {t('sign-in.public')} <a href="/give">{t('sign-in.give')}</a> ·{' '}
              <a href="/c">{t('sign-in.book')}</a>
            </Typography.Text>
          </Flex>
        </Form>
      </Card>
    </Flex>
  );
}

/** Only an address within the desks is gone to: a link may not lead a person out of the house. */
function within(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/desks';
}
