import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { ViewerQuery } from '../../generated/operations';

export type Me = NonNullable<ViewerQuery['me']>;
export type RoleName = Me['roles'][number]['role'];

/** A desk: where it is, whose it is, and its code, which is loaded when it is opened. */
export interface Desk {
  readonly name: 'till' | 'board' | 'me' | 'cadre' | 'enterprise' | 'audit';
  readonly roles: readonly RoleName[];
  readonly Component: LazyExoticComponent<ComponentType>;
}

/** All desks, in the order in which a person with several of them is offered them. */
export const DESKS: readonly Desk[] = [
  {
    name: 'till',
    roles: ['CLERK', 'STOREKEEPER'],
    Component: lazy(() => import('../till/till-desk')),
  },
  {
    name: 'board',
    roles: ['CHAIR', 'BOARD_MEMBER', 'SECRETARY', 'TREASURER'],
    Component: lazy(() => import('../board/board-desk')),
  },
  {
    name: 'cadre',
    roles: ['CADRE', 'OFFICER', 'PARTY_SECRETARY', 'PARTY_MEMBER', 'SUPERVISOR'],
    Component: lazy(() => import('../cadre/cadre-desk')),
  },
  {
    name: 'enterprise',
    roles: ['DIRECTOR', 'BOOKKEEPER'],
    Component: lazy(() => import('../enterprise/enterprise-desk')),
  },
  {
    name: 'audit',
    roles: ['AUDITOR', 'OFFICER'],
    Component: lazy(() => import('../audit/audit-desk')),
  },
  { name: 'me', roles: [], Component: lazy(() => import('../me/me-desk')) },
];

/** The desks that a person's roles open; their own page is everybody's. */
export function desksOf({ roles }: Me): readonly Desk[] {
  return DESKS.filter(
    (desk) => desk.name === 'me' || roles.some(({ role }) => desk.roles.includes(role)),
  );
}
