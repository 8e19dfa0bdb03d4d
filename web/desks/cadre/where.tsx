import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useSearchParams } from 'react-router';
import {
  type CadrePlaceFragment,
  CadrePlacesIn,
  CadreWhere,
  type CadreWhereQuery,
} from '../../generated/operations';
import { found } from '../kit/found';
import { Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';
import { useWhole } from '../kit/use-whole';
import { communitiesOf, type Community, countsIn } from './reach';

export type { Community } from './reach';

type Roles = NonNullable<CadreWhereQuery['me']>['roles'];
export type RoleName = Roles[number]['role'];

interface Where {
  readonly communities: readonly Community[];
  readonly here: Community | null;
  readonly go: (community: Community) => void;
  /** Whether the person holds one of these roles here, or above it. */
  readonly holds: (...roles: readonly RoleName[]) => boolean;
}

const WhereContext = createContext<Where | null>(null);
const KEY = 'linli.cadre.community';
/** How an address names the community that is meant. */
const IN = 'in';

/** The community that the desk is about now, and what the person is there. */
export function useWhere(): Where {
  const held = useContext(WhereContext);
  if (!held) throw new Error('useWhere stands above WhereProvider.');
  return held;
}

/** Finds the communities that a person's roles reach, and the one that is meant. */
export function WhereProvider({ children }: { readonly children: ReactNode }) {
  const read = useRead(CadreWhere, {});
  return <Shown read={read}>{({ me }) => <Reach roles={me?.roles ?? []}>{children}</Reach>}</Shown>;
}

/** Who acts for a street or a district acts for the communities in it. */
function Reach({ roles, children }: { readonly roles: Roles; readonly children: ReactNode }) {
  const places = roles.map(({ organisation: { place } }) => place);
  const wide = [...new Set(places.filter(({ kind }) => ABOVE.includes(kind)).map(({ id }) => id))];
  const read = useWhole(
    CadrePlacesIn,
    wide.map((place) => ({ place })),
    ({ node }) => found(node)?.places,
  );
  return (
    <Shown read={read}>
      {(inside) => (
        <Chosen roles={roles} communities={communitiesOf(roles, inside)}>
          {children}
        </Chosen>
      )}
    </Shown>
  );
}

const ABOVE: readonly CadrePlaceFragment['kind'][] = ['STREET', 'DISTRICT', 'CITY'];

/** The one in the address, so that a reload or a link keeps it; else the one chosen last. */
function Chosen(props: {
  readonly roles: Roles;
  readonly communities: readonly Community[];
  readonly children: ReactNode;
}) {
  const { roles, communities, children } = props;
  const [search, setSearch] = useSearchParams();
  const [kept, keep] = useState(() => localStorage.getItem(KEY));
  const asked = search.get(IN);
  const here =
    communities.find(({ address }) => address === asked) ??
    communities.find(({ id }) => id === kept) ??
    communities[0] ??
    null;
  const go = useCallback(
    ({ id, address }: Community) => {
      localStorage.setItem(KEY, id);
      keep(id);
      setSearch((before) => new URLSearchParams([...without(before), [IN, address]]), {
        replace: true,
      });
    },
    [setSearch],
  );
  const isChoice = communities.length > 1;
  useEffect(() => {
    // Links within the desk do not carry it on: every address that is shown names it.
    if (isChoice && here && here.address !== asked) go(here);
    else if (here && here.id !== kept) keep(here.id);
  }, [isChoice, here, asked, kept, go]);
  const where = useMemo<Where>(
    () => ({
      ...{ communities, here, go },
      holds: (...names) =>
        roles.some((each) => names.includes(each.role) && here !== null && countsIn(each, here)),
    }),
    [communities, here, go, roles],
  );
  return <WhereContext.Provider value={where}>{children}</WhereContext.Provider>;
}

const without = (search: URLSearchParams) => [...search].filter(([name]) => name !== IN);
