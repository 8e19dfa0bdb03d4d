// What stories do within a page is written in the browser's own names: those of them that are used.

interface AskedOfDevice<Result> {
  readonly result: Result;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

interface KeptOnDevice {
  getAll(): AskedOfDevice<unknown[]>;
  getAllKeys(): AskedOfDevice<unknown[]>;
  count(key?: string): AskedOfDevice<number>;
  put(value: object): AskedOfDevice<unknown>;
}

interface DeviceDatabase {
  transaction(
    store: string,
    mode?: 'readonly' | 'readwrite',
  ): { objectStore(name: string): KeptOnDevice; oncomplete: (() => void) | null };
  close(): void;
}

declare const indexedDB: {
  open(name: string, version?: number): AskedOfDevice<DeviceDatabase>;
  databases(): Promise<readonly { readonly name?: string }[]>;
};
declare const document: {
  readonly documentElement: { readonly scrollWidth: number };
  readonly activeElement: { readonly id: string } | null;
};
declare const navigator: { readonly serviceWorker: { readonly controller: object | null } };
declare const window: {
  readonly history: { pushState(state: object, title: string, address: string): void };
  dispatchEvent(event: PopStateEvent): void;
};
declare class PopStateEvent {
  constructor(kind: string);
}
declare class DataTransfer {
  readonly items: { add(file: File): unknown };
}
