import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { CadreWhere, type CadreWhereQuery } from '../../generated/operations';
import { Shown } from '../kit/shown';
import { useRead } from '../kit/use-read';

/** A community that somebody's roles reach. */
export interface Community {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

type Roles = NonNullable<CadreWhereQuery['me']>['roles'];
type RoleName = Roles[number]['role'];

interface Where {
  readonly communities: readonly Community[];
  readonly here: Community | null;
  readonly go: (community: Community) => void;
  /** Whether the person holds one of these roles. */
  readonly holds: (...roles: readonly RoleName[]) => boolean;
}

const WhereContext = createContext<Where | null>(null);
const KEY = 'linli.cadre.community';

/** The community that the desk is about now, and what the person is there. */
export function useWhere(): Where {
  const held = useContext(WhereContext);
  if (!held) throw new Error('useWhere stands above WhereProvider.');
  return held;
}

/** Finds the communities that a person's roles reach; the one chosen last is shown first. */
export function WhereProvider({ children }: { readonly children: ReactNode }) {
  const read = useRead(CadreWhere, {});
  return (
    <Shown read={read}>{({ me }) => <Chosen roles={me?.roles ?? []}>{children}</Chosen>}</Shown>
  );
}

function Chosen({ roles, children }: { readonly roles: Roles; readonly children: ReactNode }) {
  const [kept, keep] = useState(() => localStorage.getItem(KEY));
  const communities = useMemo(() => communitiesOf(roles), [roles]);
  const where = useMemo<Where>(
    () => ({
      communities,
      here: communities.find(({ id }) => id === kept) ?? communities[0] ?? null,
      go: ({ id }) => {
        localStorage.setItem(KEY, id);
        keep(id);
      },
      holds: (...names) => roles.some(({ role }) => names.includes(role)),
    }),
    [communities, kept, roles],
  );
  return <WhereContext.Provider value={where}>{children}</WhereContext.Provider>;
}

/** Of a street, district or city those are meant that lie in it. */
function communitiesOf(roles: Roles): readonly Community[] {
  const places = roles.flatMap(({ organisation: { place } }) => [
    place,
    ...place.places.edges.flatMap(({ node }) => [
      node,
      ...node.places.edges.map((each) => each.node),
    ]),
  ]);
  const known = new Map(places.map((each) => [each.id, each]));
  return [...known.values()].filter(({ kind }) => kind === 'COMMUNITY');
}
