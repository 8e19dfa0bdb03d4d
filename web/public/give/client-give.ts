import { roundMoney } from '../../kit/figures';
import type { Language } from '../../kit/words';
import { readAmount } from './amounts';
import { becomes } from './becomes';

const all = <E extends Element>(selector: string, within: ParentNode = document) =>
  within.querySelectorAll<E>(selector);

/** An amount that is chosen empties the own one; one that is typed is what is given. */
function chooseAmount(form: HTMLFormElement): void {
  const own = form.querySelector<HTMLInputElement>('#own');
  const choices = [...all<HTMLInputElement>('[name="choice"]', form)];
  const usual = choices.find(({ defaultChecked }) => defaultChecked);
  const tell = () => {
    // Whoever went back, or took the own amount away, has chosen nothing.
    if (usual && !own?.value && !choices.some(({ checked }) => checked)) usual.checked = true;
    const chosen = choices.find(({ checked }) => checked)?.value ?? '';
    tellMatch(form, readAmount(own?.value ?? '') || chosen);
  };
  for (const choice of choices)
    choice.addEventListener('change', () => {
      if (own) own.value = '';
      tell();
    });
  own?.addEventListener('input', () => {
    for (const choice of choices) if (own.value) choice.checked = false;
    tell();
  });
  addEventListener('pageshow', tell);
}

/** What the amount becomes by the match, in the words that stand in the page. */
function tellMatch(form: HTMLFormElement, given: string): void {
  const live = form.querySelector<HTMLElement>('[data-becomes]');
  const output = live?.querySelector('output');
  if (!live || !output) return;
  const { percent = '0', left = '0', currency = '', says = '' } = live.dataset;
  const shown = becomes(given, { percent: Number(percent), left: { amount: left, currency } });
  live.querySelector('ul')?.toggleAttribute('hidden', shown !== null);
  output.hidden = shown === null;
  if (!shown) return;
  const language = document.documentElement.lang as Language;
  output.textContent = says
    .replace('{given}', roundMoney({ amount: given, currency }, language))
    .replace('{whole}', roundMoney(shown.whole, language))
    .replace('{added}', roundMoney(shown.added, language));
}

/** Passes the address on: by what the device has for that, or to be pasted. */
function share(box: HTMLElement): void {
  const button = box.querySelector('button');
  const status = box.querySelector('[role="status"]');
  box.hidden = false;
  button?.addEventListener('click', () => {
    const { href } = location;
    const passed = navigator.share
      ? navigator.share({ title: document.title, url: href })
      : navigator.clipboard.writeText(href).then(() => {
          if (status) status.textContent = box.dataset.share ?? '';
        });
    // Whoever closes the device's own window has changed their mind.
    passed.catch(() => undefined);
  });
}

const LOOK_AGAIN_MS = 3000;

/** Looks again by itself; without a script whoever waits presses the button. */
function lookAgain({ href }: HTMLAnchorElement): void {
  setTimeout(() => location.replace(href), LOOK_AGAIN_MS);
}

for (const link of all<HTMLAnchorElement>('[data-look-again]')) lookAgain(link);
for (const form of all<HTMLFormElement>('[data-gift-form]')) chooseAmount(form);
for (const box of all<HTMLElement>('[data-share]')) share(box);
