import type { ReactNode } from 'react';
import type { Visit } from '../page';
import type { Community } from './told';

/** What every part of the book is drawn from. */
export interface PartProps {
  readonly visit: Visit;
  readonly community: Community;
}

/** A section of the book under its heading, with a spreadsheet of it where there is one. */
export function Section(props: {
  readonly id: string;
  readonly heading: string;
  readonly says?: string;
  readonly children: ReactNode;
}) {
  const { id, heading, says, children } = props;
  return (
    <section className="book-section" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {says && <p className="book-says">{says}</p>}
      {children}
    </section>
  );
}

/** A table in a box that scrolls by itself where it is too wide. */
export function WideTable(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="book-scroll" role="region" aria-label={props.label} tabIndex={0}>
      <table>{props.children}</table>
    </div>
  );
}
