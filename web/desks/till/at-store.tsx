import { Button, Card, Flex, Skeleton, Typography } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { useMe } from '../app/viewer';
import { Failure } from '../kit/problems';
import { Nothing, Page } from '../kit/shown';
import { readStores, type TillStore } from './device/stores';
import { useShelf, type ShelfRead } from './use-shelf';

/** The till that somebody stands at. */
export interface Till {
  readonly store: TillStore;
  readonly personId: string;
  readonly shelf: ShelfRead;
  /** Back to the choice of stores; null where there is only one. */
  readonly leave: (() => void) | null;
}

const TillContext = createContext<Till | null>(null);

export function useTill(): Till {
  const till = useContext(TillContext);
  if (!till) throw new Error('useTill stands above AtStore.');
  return till;
}

/** The store that was chosen on this device; which it is concerns nobody's person. */
const CHOSEN = 'linli.till.store';

/** Shows its children at a store's till: the only one there is, or the one that is chosen. */
export function AtStore({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const personId = useMe().person.id;
  const [read, again] = useStores(personId);
  const [chosenId, setChosen] = useState(() => localStorage.getItem(CHOSEN));
  const choose = (id: string | null) => {
    if (id) localStorage.setItem(CHOSEN, id);
    else localStorage.removeItem(CHOSEN);
    setChosen(id);
  };
  if (read.error) return <Failure error={read.error} again={again} />;
  if (read.stores === undefined) return <Skeleton active />;
  if (!read.stores) return <Nothing says={t('till.no-stores-known')} />;
  const { stores } = read;
  const store = stores.length === 1 ? stores[0] : stores.find(({ id }) => id === chosenId);
  if (stores.length === 0) return <Nothing says={t('till.no-store')} />;
  if (!store) return <ChooseStore stores={stores} choose={choose} />;
  const leave = stores.length > 1 ? () => choose(null) : null;
  return (
    <AtTill key={store.id} store={store} personId={personId} leave={leave}>
      {children}
    </AtTill>
  );
}

function AtTill(props: Omit<Till, 'shelf'> & { readonly children: ReactNode }) {
  const { children, store, personId, leave } = props;
  const shelf = useShelf(store.id);
  return (
    <TillContext.Provider value={{ store, personId, shelf, leave }}>
      {children}
    </TillContext.Provider>
  );
}

interface StoresRead {
  /** Undefined: not read yet; null: the device does not know them. */
  readonly stores?: readonly TillStore[] | null;
  readonly error?: CombinedError;
}

function useStores(personId: string): [StoresRead, () => void] {
  const [read, setRead] = useState<StoresRead>({});
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    readStores(personId).then(
      (stores) => isCurrent && setRead({ stores }),
      (error: CombinedError) => isCurrent && setRead({ error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [personId, times]);
  return [read, () => setTimes(times + 1)];
}

/** For whoever serves at several: the first thing is where they stand today. */
function ChooseStore(props: {
  readonly stores: readonly TillStore[];
  readonly choose: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Page title={t('till.choose-store')}>
      <Flex gap="middle" wrap>
        {props.stores.map(({ id, name, code, place }) => (
          <Card key={id} style={{ flex: '1 1 280px' }}>
            <Flex vertical gap="small" align="start">
              <Typography.Text strong>{name}</Typography.Text>
              <Typography.Text>
                {place.name} · {code}
              </Typography.Text>
              <Button type="primary" size="large" onClick={() => props.choose(id)}>
                {t('till.stand-here', { code })}
              </Button>
            </Flex>
          </Card>
        ))}
      </Flex>
    </Page>
  );
}
