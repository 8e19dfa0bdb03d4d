import { App, Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Account as AccountDocument, ChangePassword } from '../../generated/operations';
import { Part } from '../kit/part';
import { Problems } from '../kit/problems';
import { Page } from '../kit/shown';
import { useAct } from '../kit/use-act';
import { useRead } from '../kit/use-read';
import { useMe } from './viewer';

/** Who is signed in, by which name, and their password. */
export function Account() {
  const { t } = useTranslation();
  const { person } = useMe();
  const { data } = useRead(AccountDocument, {});
  const login = data?.me?.person.login ?? '';
  return (
    <Page title={t('account.title')}>
      <Typography.Text>
        {person.name} {login && `· ${t('sign-in.login')} ${login}`}
      </Typography.Text>
      <Part title={t('account.password')}>
        <Card style={{ maxWidth: 480 }}>
          <PasswordForm login={login} />
        </Card>
      </Part>
    </Page>
  );
}

interface Typed {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/** The field that a refusal is about says why; what was typed in the others stays. */
export function PasswordForm(props: { readonly login: string; readonly onDone?: () => void }) {
  const { login, onDone } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed & { readonly again: string }>();
  const { act, busy, problems, failure } = useAct(ChangePassword);
  const change = async ({ oldPassword, newPassword }: Typed) => {
    if (!(await act({ oldPassword, newPassword }))) return;
    form.resetFields();
    void message.success(t('account.changed'));
    onDone?.();
  };
  const required = { required: true, message: t('desk.required') };
  const said = (field: string) => problems.find(({ path }) => path?.[0] === field)?.message;
  const others = problems.filter(({ path }) => !FIELDS.includes(path?.[0] ?? ''));
  const secret = (name: keyof Typed, autoComplete: string) => (
    <Form.Item
      name={name}
      label={t(`account.${name}`)}
      rules={[required]}
      extra={name === 'newPassword' && t('account.newPassword.says')}
      {...(said(name) !== undefined && {
        help: <span role="alert">{said(name)}</span>,
        validateStatus: 'error' as const,
      })}
    >
      <Input.Password autoComplete={autoComplete} maxLength={200} size="large" />
    </Form.Item>
  );
  return (
    <Form form={form} layout="vertical" onFinish={(typed: Typed) => void change(typed)}>
      {/* For what keeps passwords: whose this one is. */}
      <input hidden readOnly type="text" autoComplete="username" value={login} />
      {secret('oldPassword', 'current-password')}
      {secret('newPassword', 'new-password')}
      <Form.Item
        name="again"
        label={t('account.again')}
        dependencies={['newPassword']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, again) =>
              !again || again === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(t('account.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} size="large" />
      </Form.Item>
      <Flex vertical gap="middle" align="start">
        <Problems problems={others} failure={failure} />
        <Typography.Text>{t('account.effect')}</Typography.Text>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('account.change')}
        </Button>
      </Flex>
    </Form>
  );
}

const FIELDS: readonly string[] = ['oldPassword', 'newPassword'];
