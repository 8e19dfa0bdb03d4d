import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CadreFindResidents } from '../../../generated/operations';
import { useRead } from '../../kit/use-read';

/** Finds residents by their names or numbers; for an `own` field of an act. */
export function ResidentPicker(props: {
  readonly communityId: string;
  readonly label: string;
  readonly several?: boolean;
  readonly id?: string;
  readonly value?: string | readonly string[];
  readonly onChange?: (value: string | readonly string[]) => void;
}) {
  const { communityId, label, several = false, id, value, onChange } = props;
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const { data } = useRead(CadreFindResidents, { communityId, search }, search.trim() === '');
  const found = (data?.residents.edges ?? []).map(({ node }) => ({
    ...{ value: node.id, label: `${node.name ?? node.displayName} · ${node.household?.address}` },
  }));
  const chosen = [...known].map(([key, said]) => ({ value: key, label: said }));
  const options = [...new Map([...chosen, ...found].map((each) => [each.value, each])).values()];
  const keep = (next: string | readonly string[]) => {
    const ids = [next].flat();
    setKnown(
      new Map(
        options.flatMap((each) => (ids.includes(each.value) ? [[each.value, each.label]] : [])),
      ),
    );
    onChange?.(next);
  };
  return (
    <Select<string | string[]>
      {...(several && { mode: 'multiple' as const })}
      {...(id !== undefined && { id })}
      aria-label={label}
      value={value as string | string[]}
      onChange={keep}
      options={search.trim() === '' ? chosen : options}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      notFoundContent={search.trim() === '' ? t('cadre.find.type') : t('cadre.find.none')}
      placeholder={t('cadre.find.type')}
    />
  );
}
