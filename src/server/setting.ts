import { CannotStart } from './cannot-start';

/** A setting that is missing or wrong; its message is one sentence for whoever starts Linli. */
export class SettingError extends CannotStart {}

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty value counts as none: that is how a shell unsets one in passing. */
export function given(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

export function readChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  value: string,
): Choice {
  const chosen = choices.find((choice) => choice === value);
  if (chosen) return chosen;
  throw new SettingError(`${name} must be ${choices.join(', ')} or unset, not "${value}".`);
}

/** The address that a text is, or undefined. */
export function parse(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

/** Whether an address or a name is this machine's own. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);
}
