import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { watchWedge } from './wedge';

type Take = (text: string) => void;
type Press = (key: string) => void;

/** Who takes what is scanned: whoever came last, as the topmost form of the screen. */
const takers: { current: Take }[] = [];
const pressers: { current: Press }[] = [];
let stop: (() => void) | null = null;

/** A code was read, by a scanner or by the camera. */
export function scanned(text: string): void {
  takers.at(-1)?.current(text);
}

/** What a key does is drawn before the next one is heard: nobody is faster than the screen. */
const pressed = (key: string): void => flushSync(() => pressers.at(-1)?.current(key));

function useAtop<Act>(list: { current: Act }[], act: Act, isOn: boolean): void {
  const held = useRef(act);
  useEffect(() => {
    held.current = act;
  });
  useEffect(() => {
    if (!isOn) return;
    list.push(held);
    stop ??= watchWedge(scanned, pressed);
    return () => {
      list.splice(list.lastIndexOf(held), 1);
      if (takers.length + pressers.length > 0) return;
      stop?.();
      stop = null;
    };
  }, [list, isOn]);
}

/** Takes what is scanned while this screen or form is open, wherever the focus is. */
export const useScans = (take: Take, isOn = true): void => useAtop(takers, take, isOn);

/** Takes single keys pressed outside of text fields, where no scan begins with them. */
export const usePresses = (press: Press, isOn = true): void => useAtop(pressers, press, isOn);

/** Acts on keys with names, such as F9, wherever the focus is. */
export function useNamedKeys(acts: Readonly<Record<string, () => void>>): void {
  const held = useRef(acts);
  useEffect(() => {
    held.current = acts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!held.current[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      // After what was pressed just before has been drawn, and before the next key is heard.
      queueMicrotask(() => held.current[event.key]?.());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
