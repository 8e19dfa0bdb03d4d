import { CameraOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scanned } from './scans';

/** Opens the camera where there is no scanner; what it reads goes where a scan goes. */
export function CameraButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="large"
        icon={<CameraOutlined />}
        aria-label={t('till.camera')}
        onClick={() => setOpen(true)}
      />
      {isOpen && <CameraWindow close={() => setOpen(false)} />}
    </>
  );
}

function CameraWindow({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  // The window is drawn after us: it tells when its picture is there.
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const closing = useRef(close);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!video) return;
    const stop = new AbortController();
    const look = async () => {
      const { readByCamera } = await import('./camera');
      const text = await readByCamera(video, stop.signal);
      scanned(text);
      closing.current();
    };
    look().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
      setProblem(t(isDenied ? 'till.camera.denied' : 'till.camera.none'));
    });
    return () => stop.abort();
  }, [video, t]);
  return (
    <Modal open title={t('till.camera')} footer={null} onCancel={close}>
      {problem ? (
        <Alert type="error" showIcon role="alert" title={problem} />
      ) : (
        <video
          ref={setVideo}
          muted
          playsInline
          className="till-camera"
          aria-label={t('till.camera')}
        />
      )}
    </Modal>
  );
}
