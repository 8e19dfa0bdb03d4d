import { Button, type ButtonProps } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The giver's slip, to be printed: it has the focus, so that Enter opens it. */
export function SlipLink(props: {
  readonly followToken: string;
  readonly size?: ButtonProps['size'];
}) {
  const { followToken, size } = props;
  const { t } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  return (
    <Button
      ref={link}
      type="primary"
      {...(size !== undefined && { size })}
      href={`/goods/${followToken}/slip`}
      target="_blank"
      rel="noopener"
    >
      {t('store.gift.slip')}
    </Button>
  );
}
