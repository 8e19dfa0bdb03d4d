import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import { Denied } from '../kernel/refusal';
import type { Context } from './context';

/**
 * Who may read a field, or ask for a query or mutation. `source` is the object that the field
 * stands
 * on; for queries and mutations it is undefined.
 */
export interface Policy {
  /** The rule as a sentence: "The resident, and cadres of the community". */
  readonly says: string;
  readonly allows: (context: Context, source: never) => boolean | Promise<boolean>;
}

export function policy<Source>(
  says: string,
  allows: (context: Context, source: Source) => boolean | Promise<boolean>,
): Policy {
  return { says, allows };
}

export const anyone = policy('Anyone, signed in or not.', () => true);

/**
 * For the parts of a thing that has been handed over already: a page's edges, a payload's fields.
 */
export const withParent = policy('Whoever was given the object it stands on.', () => true);

export const signedIn = policy('Anyone who is signed in.', ({ actor }) => actor.kind === 'person');

/**
 * For mutations: the gate asks for a signed-in person, the command's own policy decides the rest.
 */
export function byCommand(says: string): Policy {
  return policy(`${says} (decided by the command)`, ({ actor }) => actor.kind === 'person');
}

/** States the policy of a field, or of all fields of a type that do not state their own. */
export function Allow(rule: Policy): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Extensions({ policy: rule }) as MethodDecorator & PropertyDecorator & ClassDecorator;
}

/** The policy of a field, or undefined where nobody stated one. */
export function policyOf(type: GraphQLObjectType, field: string): Policy | undefined {
  const own = type.getFields()[field]?.extensions.policy;
  return (own ?? type.extensions.policy) as Policy | undefined;
}

/** Object types of our own, without introspection's. */
export function ownObjectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

/**
 * Denies by default: puts each field's policy in front of its resolver, and refuses to build a
 * schema
 * in which a field has none.
 */
export function enforcePolicies(schema: GraphQLSchema): GraphQLSchema {
  const bare: string[] = [];
  for (const type of ownObjectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const rule = policyOf(type, field.name);
      if (!rule) bare.push(`${type.name}.${field.name}`);
      else if (rule !== anyone && rule !== withParent) guard(field, rule);
    }
  }
  if (bare.length > 0) throw new Error(`No policy is stated for ${bare.join(', ')}`);
  return schema;
}

/** What a request was last judged by; an object's fields mostly follow upon each other. */
interface Judged {
  readonly rule: Policy;
  readonly source: unknown;
  readonly allowed: boolean | Promise<boolean>;
}

const LAST = new WeakMap<Context, Judged>();

/** A rule's answer about an object, asked once for all of its fields that come in a row. */
function judged(context: Context, rule: Policy, source: unknown): boolean | Promise<boolean> {
  const last = LAST.get(context);
  if (last?.rule === rule && last.source === source) return last.allowed;
  const allowed = rule.allows(context, source as never);
  LAST.set(context, { rule, source, allowed });
  return allowed;
}

type Field = ReturnType<GraphQLObjectType['getFields']>[string];

function guard(field: Field, rule: Policy): void {
  const { name } = field;
  const resolve: Field['resolve'] =
    field.resolve ?? ((source: Record<string, unknown>) => source[name]);
  field.resolve = (source, args, context: Context, info) => {
    const allowed = judged(context, rule, source);
    if (allowed === true) return resolve(source, args, context, info);
    if (allowed === false) throw denied(context);
    return allowed.then((may) => {
      if (!may) throw denied(context);
      return resolve(source, args, context, info);
    });
  };
}

function denied({ actor }: Context): Denied {
  return new Denied(actor.kind === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}
