import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Reads the codes on a picture. */
type ReadPicture = (picture: HTMLVideoElement) => Promise<string | null>;

const FORMATS = ['ean_13', 'ean_8', 'qr_code'] as const;

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

interface Detectors {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The browser's own reader where it has one that knows our codes; else ours, loaded now. */
async function reader(): Promise<ReadPicture> {
  const own = (globalThis as { BarcodeDetector?: Detectors }).BarcodeDetector;
  const known = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  if (own && FORMATS.every((format) => known.includes(format))) {
    const detector = new own({ formats: FORMATS });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  return await ownReader();
}

async function ownReader(): Promise<ReadPicture> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
  const canvas = document.createElement('canvas');
  return async (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    if (!drawing || canvas.width === 0) return null;
    drawing.drawImage(video, 0, 0);
    const picture = drawing.getImageData(0, 0, canvas.width, canvas.height);
    const [found] = await readBarcodes(picture, {
      formats: ['EAN13', 'EAN8', 'QRCode', 'DataMatrix', 'Code128'],
      maxNumberOfSymbols: 1,
    });
    return found?.text || null;
  };
}

/** Looks through the camera until it has read a code, or is told to stop. */
export async function readByCamera(video: HTMLVideoElement, stop: AbortSignal): Promise<string> {
  const camera = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
  try {
    stop.throwIfAborted();
    video.srcObject = camera;
    await video.play();
    const read = await reader();
    for (;;) {
      stop.throwIfAborted();
      const text = await read(video);
      if (text) return text;
      await new Promise((next) => setTimeout(next, PAUSE_MS));
    }
  } finally {
    for (const track of camera.getTracks()) track.stop();
    video.srcObject = null;
  }
}

const PAUSE_MS = 100;
