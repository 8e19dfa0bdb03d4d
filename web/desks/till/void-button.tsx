import type { ButtonProps } from 'antd';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillVoidExchange } from '../../generated/operations';
import { ActButton } from '../kit/act-form';

/** Takes an exchange back, with a reason; says before what that does. */
export function VoidButton(props: {
  readonly exchange: {
    readonly id: string;
    readonly number: string;
    readonly credits: number;
    readonly lines: readonly { readonly quantity: number }[];
  };
  readonly button?: Omit<ButtonProps, 'onClick' | 'children'>;
  readonly done: () => void;
}) {
  const { exchange, button, done } = props;
  const { t } = useTranslation();
  const { id, number, credits, lines } = exchange;
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <ActButton
      document={TillVoidExchange}
      title={t('till.void')}
      button={{ 'aria-label': t('till.void.title', { number }), ...button }}
      given={{ exchangeId: id }}
      fields={[{ name: 'reason', kind: 'line', label: t('till.void.reason') }]}
      effect={
        <Typography.Text>{t('till.void.effect', { number, credits, pieces })}</Typography.Text>
      }
      go={t('till.void.go')}
      keyed
      danger
      onDone={done}
    />
  );
}
