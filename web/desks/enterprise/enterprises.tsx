import { Select, Typography } from 'antd';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/viewer';

/** A social enterprise that somebody acts for. */
export interface Enterprise {
  readonly id: string;
  readonly name: string;
  /** Directors alone say how remittances are shared. */
  readonly isDirector: boolean;
}

interface Chosen {
  readonly enterprise: Enterprise;
  readonly choose: (id: string) => void;
}

const ChosenContext = createContext<Chosen | null>(null);

/** The enterprises whose director or bookkeeper the person is. */
export function useEnterprises(): readonly Enterprise[] {
  const { roles } = useMe();
  return useMemo(() => {
    const held = roles.filter(
      ({ role, organisation }) =>
        organisation.kind === 'SOCIAL_ENTERPRISE' && (role === 'DIRECTOR' || role === 'BOOKKEEPER'),
    );
    const ids = [...new Set(held.map(({ organisation }) => organisation.id))];
    return ids.flatMap((id): Enterprise[] => {
      const own = held.filter(({ organisation }) => organisation.id === id);
      const name = own[0]?.organisation.name ?? '';
      return [{ id, name, isDirector: own.some(({ role }) => role === 'DIRECTOR') }];
    });
  }, [roles]);
}

/** Whoever has several enterprises stands at one of them: at first the first. */
export function EnterpriseOf(props: {
  readonly enterprises: readonly Enterprise[];
  readonly children: ReactNode;
}) {
  const { enterprises, children } = props;
  const [id, choose] = useState(enterprises[0]?.id);
  const enterprise = enterprises.find((each) => each.id === id) ?? enterprises[0];
  if (!enterprise) return null;
  return <ChosenContext.Provider value={{ enterprise, choose }}>{children}</ChosenContext.Provider>;
}

function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (!chosen) throw new Error('An enterprise is known below EnterpriseOf alone.');
  return chosen;
}

/** The enterprise that the desk is about now. */
export const useEnterprise = (): Enterprise => useChosen().enterprise;

/** The enterprise's name; a choice where there are several. */
export function EnterpriseSwitch(props: { readonly enterprises: readonly Enterprise[] }) {
  const { t } = useTranslation();
  const { enterprise, choose } = useChosen();
  if (props.enterprises.length === 1)
    return <Typography.Text strong>{enterprise.name}</Typography.Text>;
  return (
    <Select
      aria-label={t('enterprise.which')}
      value={enterprise.id}
      onChange={choose}
      options={props.enterprises.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ minWidth: 220 }}
    />
  );
}
