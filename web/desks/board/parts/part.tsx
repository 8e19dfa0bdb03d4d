import { Card } from 'antd';
import type { ReactNode } from 'react';

/** A part of a page, with a heading that stands in the page's outline. */
export function Part(props: {
  readonly title: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, extra, children } = props;
  return (
    <section>
      <Card>
        <div className="board-line board-part">
          <h2>{title}</h2>
          {extra}
        </div>
        {children}
      </Card>
    </section>
  );
}
