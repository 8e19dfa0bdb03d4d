import { useSyncExternalStore } from 'react';

const KEY = 'linli.dark';
const CHANGED = 'linli:dark';
const system = matchMedia('(prefers-color-scheme: dark)');

/** Dark where it was chosen here, else as the device is set. */
function isDark(): boolean {
  const kept = localStorage.getItem(KEY);
  return kept === null ? system.matches : kept === 'yes';
}

function watch(changed: () => void): () => void {
  system.addEventListener('change', changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    system.removeEventListener('change', changed);
    window.removeEventListener(CHANGED, changed);
  };
}

/** Whether the desks are dark, and a way to choose it for this device. */
export function useDark(): [boolean, (dark: boolean) => void] {
  const dark = useSyncExternalStore(watch, isDark);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  const choose = (chosen: boolean) => {
    localStorage.setItem(KEY, chosen ? 'yes' : 'no');
    window.dispatchEvent(new Event(CHANGED));
  };
  return [dark, choose];
}
