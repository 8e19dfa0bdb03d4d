import type { ReactNode } from 'react';

export interface Named {
  readonly name: string;
  readonly value: ReactNode;
}

/** Figures with their names, side by side where there is room. */
export function Figures({ of }: { readonly of: readonly Named[] }) {
  return (
    <dl className="board-figures">
      {of.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
