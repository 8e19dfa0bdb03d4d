import { Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Goods } from './device/shelf';
import { CameraButton } from './scan/camera-button';

/** One of the store's goods, by a part of its name or its code; a scan chooses it as well. */
export function PickGoods(props: {
  readonly goods: readonly Goods[];
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (productId: string) => void;
}) {
  const { goods, id, value, onChange } = props;
  const { t } = useTranslation();
  return (
    <Flex gap="small">
      <Select
        {...(id ? { id } : {})}
        size="large"
        style={{ flex: 1, minWidth: 0 }}
        value={value ?? null}
        onChange={(chosen: string | null) => chosen && onChange?.(chosen)}
        placeholder={t('till.pick')}
        aria-label={t('till.pick')}
        showSearch={{ optionFilterProp: 'label' }}
        options={goods.map((each) => ({
          value: each.id,
          label: [each.name, each.ean].filter(Boolean).join(' · '),
        }))}
      />
      <CameraButton />
    </Flex>
  );
}
