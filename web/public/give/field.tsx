import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Form } from './gift-input';

/** What was typed, and what was refused of it. */
export interface Typed {
  readonly form: Form;
  /** By field. */
  readonly refusals: Readonly<Record<string, string>>;
}

/** What was refused of a field, told to those who hear the field as well. */
export function Refusal({ of, typed }: { readonly of: string; readonly typed: Typed }) {
  const says = typed.refusals[of];
  return says ? (
    <p className="give-refusal" id={`${of}-refused`}>
      {says}
    </p>
  ) : null;
}

/** What joins a field with its hint and its refusal. */
export function described(of: string, { refusals }: Typed, hint: boolean) {
  const ids = [hint && `${of}-hint`, refusals[of] && `${of}-refused`].filter(Boolean);
  return {
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': refusals[of] ? true : undefined,
  };
}

/** A line to write on, with its name, a hint, and what was refused. */
export function Field(
  props: InputHTMLAttributes<HTMLInputElement> & {
    readonly name: string;
    readonly label: ReactNode;
    readonly hint?: string;
    readonly typed: Typed;
  },
) {
  const { name, label, hint, typed, ...input } = props;
  return (
    <div className="give-field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="give-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...{ id: name, name, defaultValue: typed.form[name] }}
        {...described(name, typed, Boolean(hint))}
        {...input}
      />
      <Refusal of={name} typed={typed} />
    </div>
  );
}

/** One of several, as buttons that need no script. */
export function Choice(props: {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly chosen: string;
}) {
  const { name, options, chosen } = props;
  return (
    <div className="give-choices">
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
