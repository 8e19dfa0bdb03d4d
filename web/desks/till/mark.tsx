import { Badge } from 'antd';
import type { ReactNode } from 'react';

const STATUS = {
  good: 'success',
  busy: 'processing',
  careful: 'warning',
  bad: 'error',
  plain: 'default',
} as const;

/** How something stands, in words that can be read on any ground; the colour only helps. */
export function Mark(props: { readonly as: keyof typeof STATUS; readonly children: ReactNode }) {
  return <Badge className="till-mark" status={STATUS[props.as]} text={props.children} />;
}
