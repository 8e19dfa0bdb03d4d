import { Alert, Button, type ButtonProps, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CadreGiveLogin, type CadreGiveLoginMutation } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Facts } from '../parts/facts';
import { firstPassword } from './first-password';
import './login-slip.css';

interface Slip {
  readonly login: string;
  readonly password: string;
}

/**
 * Gives somebody a login. The first password is made here by chance, and shown once, on a slip to
 * hand over: nobody types it, no message carries it, and it cannot be looked up afterwards.
 */
export function GiveLogin(props: {
  readonly name: string;
  readonly whose: { readonly residentId: string } | { readonly personId: string };
  readonly again: () => void;
  readonly button?: ButtonProps;
}) {
  const { name, whose, again, button = {} } = props;
  const { t } = useTranslation();
  const [password, setPassword] = useState(firstPassword);
  const [slip, show] = useState<Slip>();
  const given = (answered: unknown) => {
    const { person } = answered as CadreGiveLoginMutation['giveLogin'];
    show({ login: person?.login ?? '', password });
    setPassword(firstPassword());
  };
  const handedOver = () => {
    show(undefined);
    again();
  };
  return (
    <>
      <ActButton
        document={CadreGiveLogin}
        title={t('cadre.login.give')}
        go={t('cadre.login.give')}
        button={button}
        given={{ ...whose, password }}
        effect={t('cadre.login.give.effect', { name })}
        onDone={given}
        fields={[
          {
            ...{ name: 'login', kind: 'line', label: t('sign-in.login') },
            help: t('cadre.login.says'),
          },
        ]}
      />
      {slip && <LoginSlip name={name} slip={slip} done={handedOver} />}
    </>
  );
}

/** It closes only by its button: who closes it by mistake has lost the password. */
function LoginSlip(props: {
  readonly name: string;
  readonly slip: Slip;
  readonly done: () => void;
}) {
  const { name, slip, done } = props;
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('cadre.login.slip', { name })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      rootClassName="login-slip"
      footer={
        <Flex gap="small" justify="end" wrap className="no-print">
          <Button onClick={() => window.print()}>{t('cadre.login.print')}</Button>
          <Button type="primary" onClick={done}>
            {t('cadre.login.handed-over')}
          </Button>
        </Flex>
      }
    >
      <Flex vertical gap="middle">
        <Facts
          rows={[
            [t('cadre.login.where'), window.location.host],
            [t('sign-in.login'), <code key="login">{slip.login}</code>],
            [t('cadre.login.first'), <code key="first">{slip.password}</code>],
          ]}
        />
        <span>{t('cadre.login.change')}</span>
        <Alert className="no-print" type="warning" showIcon title={t('cadre.login.once')} />
      </Flex>
    </Modal>
  );
}
