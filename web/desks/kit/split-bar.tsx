import { Flex, theme, Typography } from 'antd';
import type { ReactNode } from 'react';
import { percent } from '../../kit/figures';
import { partOf, type Sum } from '../../kit/sums';
import { Money, useLanguage } from './figures';
import './split-bar.css';

/** A part of a sum: what it is called, more about it, and how much. */
export interface SplitPart {
  readonly key: string;
  readonly label: ReactNode;
  readonly about?: ReactNode;
  readonly sum: Sum;
}

/** Tones that stay apart in light and dark; the words beside them say what each is. */
const TONES = ['#0b6e4f', '#d58936', '#3d6fb6', '#a23b72', '#7a8b2a', '#5b5f97', '#b4512f'];

/** A sum drawn in its parts, each told beneath with its amount and its share of the whole. */
export function SplitBar({ parts }: { readonly parts: readonly SplitPart[] }) {
  const language = useLanguage();
  const { token } = theme.useToken();
  const whole = parts.reduce((sum, { sum: part }) => sum + BigInt(part.minor), 0n);
  const tone = (at: number) => TONES[at % TONES.length];
  return (
    <div>
      <div className="split-bar" aria-hidden style={{ background: token.colorFillSecondary }}>
        {parts.map(({ key, sum }, at) => (
          <i key={key} style={{ flexGrow: Number(sum.minor), background: tone(at) }} />
        ))}
      </div>
      <ul className="split-parts">
        {parts.map(({ key, label, about, sum }, at) => (
          <li key={key} style={{ borderColor: token.colorBorderSecondary }}>
            <i aria-hidden style={{ background: tone(at) }} />
            <Flex vertical>
              <span>{label}</span>
              {about && <Typography.Text style={{ fontSize: '0.9em' }}>{about}</Typography.Text>}
            </Flex>
            <Flex vertical align="end">
              <Money of={sum} />
              <Typography.Text style={{ fontSize: '0.9em' }}>
                {percent(partOf(BigInt(sum.minor), whole), language)}
              </Typography.Text>
            </Flex>
          </li>
        ))}
      </ul>
    </div>
  );
}
