import { Alert, Button } from 'antd';
import { useState, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { registerSW } from 'virtual:pwa-register';
import { isCounterFree } from './counter/counter-state';
import { watched } from './device/watched';

const isNew = watched(false);
let renew: (() => Promise<void>) | null = null;

/** The till's pages are kept on the device from the first time that it is opened. */
function register(): void {
  if (renew) return;
  const update = registerSW({ immediate: true, onNeedRefresh: () => isNew.tell(true) });
  renew = () => update(true);
}

/** Offers a new version, but never in the middle of an exchange. */
export function NewVersion() {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const isFree = isCounterFree.use();
  useEffect(register, []);
  if (!isNew.use() || !isFree) return null;
  const go = () => {
    setBusy(true);
    void renew?.();
  };
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('till.new-version')}
      action={
        <Button loading={isBusy} onClick={go}>
          {t('till.renew')}
        </Button>
      }
    />
  );
}
