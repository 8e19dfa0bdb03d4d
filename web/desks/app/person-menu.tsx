import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignOut } from '../../generated/operations';
import { Problems } from '../kit/problems';
import { useAct } from '../kit/use-act';
import { wipeDevice } from '../kit/wipe-device';
import { keepViewer } from './kept-viewer';
import { type Receipts, receiptsOf, TakeOff } from './take-off';
import { useMe } from './viewer';

/** The person: their account, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const { person } = useMe();
  const navigate = useNavigate();
  const { act, problems, failure } = useAct(SignOut);
  const [isStillIn, setStillIn] = useState(false);
  const [receipts, ask] = useState<Receipts>([]);
  const leave = async () => {
    ask([]);
    // Whoever means to leave leaves nothing of others behind, also where the network is gone.
    wipeDevice();
    if (!(await act({ everywhere: false }))) {
      setStillIn(true);
      return;
    }
    keepViewer(null);
    await navigate('/sign-in');
  };
  const wish = async () => {
    const kept = await receiptsOf(person.id);
    if (kept.length === 0) await leave();
    else ask(kept);
  };
  const items = [
    { key: 'account', label: t('account.title'), onClick: () => void navigate('/account') },
    { key: 'out', label: t('desk.sign-out'), onClick: () => void wish() },
  ];
  return (
    <>
      <Modal
        open={isStillIn}
        title={t('desk.still-in')}
        onCancel={() => setStillIn(false)}
        footer={<Button onClick={() => setStillIn(false)}>{t('desk.close')}</Button>}
      >
        <Problems problems={problems} failure={failure} />
      </Modal>
      <TakeOff receipts={receipts} leave={() => void leave()} stay={() => ask([])} />
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button
          type="text"
          aria-haspopup="menu"
          aria-label={person.name ?? t('desk.menu')}
          icon={<UserOutlined />}
        >
          <span className="wide-only">{person.name}</span>
        </Button>
      </Dropdown>
    </>
  );
}
