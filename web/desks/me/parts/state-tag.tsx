import { Tag, theme } from 'antd';
import type { ReactNode } from 'react';

/** How something stands, in a word; what is well or goes on has the colour of the house. */
export function StateTag({
  isGood,
  children,
}: {
  readonly isGood?: boolean;
  readonly children: ReactNode;
}) {
  const { token } = theme.useToken();
  return (
    <Tag
      variant="outlined"
      style={{
        ...{ margin: 0, color: token.colorText, background: 'transparent' },
        borderColor: isGood ? token.colorPrimary : token.colorBorder,
      }}
    >
      {isGood && <span style={{ color: token.colorPrimary }}>● </span>}
      {children}
    </Tag>
  );
}
