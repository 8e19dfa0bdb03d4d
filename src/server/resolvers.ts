import { NodeResolver } from '../api/node.resolver';
import { AccountResolver, StatementLineResolver } from '../books/account.resolver';
import { EntryResolver, JournalResolver, LegResolver } from '../books/entry.resolver';
import { CreditSchemeResolver, PlaceSchemeResolver } from '../credits/credit-scheme.resolver';
import {
  FoundationPoolsResolver,
  PlacePoolsResolver,
  PoolResolver,
} from '../foundations/pool.resolver';
import { OrganisationResolver } from '../society/organisation.resolver';
import { PlaceResolver } from '../society/place.resolver';
import { SignInResolver } from '../society/sign-in.resolver';

/** Every resolver of every module: the API's table of contents. */
export const RESOLVERS = [
  NodeResolver,
  AccountResolver,
  EntryResolver,
  JournalResolver,
  LegResolver,
  StatementLineResolver,
  OrganisationResolver,
  PlaceResolver,
  CreditSchemeResolver,
  PlaceSchemeResolver,
  FoundationPoolsResolver,
  PlacePoolsResolver,
  PoolResolver,
  SignInResolver,
] as const;
