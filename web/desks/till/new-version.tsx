import { Alert, Button } from 'antd';
import { useState, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { registerSW } from 'virtual:pwa-register';
import { isCounterFree } from './counter/counter-state';
import { watched } from './device/watched';

const isNew = watched(false);
let renew: (() => Promise<void>) | null = null;

const HOUR_MS = 3600_000;

/** A till is left open for weeks: it looks by itself whether there is a new version. */
function lookEveryHour(worker: ServiceWorkerRegistration | undefined): void {
  setInterval(() => void worker?.update().catch(() => undefined), HOUR_MS);
}

/** The till's pages are kept on the device from the first time that it is opened. */
function register(): void {
  if (renew) return;
  const update = registerSW({
    immediate: true,
    onNeedRefresh: () => isNew.tell(true),
    onRegisteredSW: (_address, worker) => lookEveryHour(worker),
  });
  renew = () => renewBy(update);
}

/**
 * Lets the new version take over, and loads the page anew when it has. A page that was there before
 * any version was kept is not told of that by whoever registered it, and listens for itself.
 */
async function renewBy(update: () => Promise<void>): Promise<void> {
  const reload = () => window.location.reload();
  const worker = await navigator.serviceWorker.getRegistration();
  // Another window has let it take over already.
  if (!worker?.waiting) return reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  await update();
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
