import { NodeResolver } from '../api/node.resolver';
import { OrganisationResolver } from '../society/organisation.resolver';
import { PlaceResolver } from '../society/place.resolver';
import { SignInResolver } from '../society/sign-in.resolver';

/** Every resolver of every module: the API's table of contents. */
export const RESOLVERS = [
  NodeResolver,
  OrganisationResolver,
  PlaceResolver,
  SignInResolver,
] as const;
