import { randomUUID } from 'node:crypto';
import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Context } from '../../src/api/context';
import { readNode } from '../../src/api/node.graphql';
import { ownObjectTypes, policyOf, withParent, type Policy } from '../../src/api/policy';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { ROLES, type OrganisationKind } from '../../src/society/organisation.entity';
import { personOnly } from './life';
import { contextOf } from './living';
import { SAMPLES } from './samples';
import type { Life } from './step';

/** Where a role is held, as seen from the row that is looked at. */
const OWN = 'its own bodies';
export const WHERES = [OWN, 'others of the community', 'elsewhere'] as const;
type Where = (typeof WHERES)[number];

interface Someone {
  /** `foundation chair`, `the resident` … */
  readonly name: string;
  readonly where: Where | 'people';
  readonly actor: Actor;
}

/** Everyone who may stand before a row: each role in three places, residents, and strangers. */
export function everyone({ world }: Life): Someone[] {
  const { home, street, streetOffice } = world;
  const own: Partial<Record<OrganisationKind, string>> = {
    street_office: streetOffice.id,
    residents_committee: home.committee.id,
    foundation: home.foundation.id,
    social_enterprise: home.enterprise.id,
    self_organisation: home.team.id,
    supermarket_operator: home.operator.id,
  };
  const roles = Object.entries(ROLES).flatMap(([kind, names]) =>
    names.flatMap((role) =>
      WHERES.map((where): Someone => {
        const near = kind === 'street_office' ? street.id : home.id;
        const standing = {
          organisationKind: kind,
          role,
          organisationId: (where === OWN && own[kind as OrganisationKind]) || randomUUID(),
          placeId: where === 'elsewhere' ? randomUUID() : near,
        };
        const actor = { ...personOnly(randomUUID()), standings: [standing] };
        return { name: `${kind} ${role}`, where, actor };
      }),
    ),
  );
  // A kind that the world has no body of has none of its own to look at.
  const has = ({ name, where }: Someone) => where !== OWN || (name.split(' ')[0] ?? '') in own;
  return [...people(world), ...roles.filter(has)];
}

function people({ home }: Life['world']): Someone[] {
  const resident = (household: number, at: number, personId = randomUUID() as string) => ({
    ...personOnly(personId),
    residences: [
      { communityId: home.id, residentId: home.households[household]!.residents[at]!.id },
    ],
  });
  const away = { communityId: randomUUID(), residentId: randomUUID() };
  const someone = (name: string, actor: Actor): Someone => ({ name, where: 'people', actor });
  return [
    someone('the resident', resident(1, 0, home.members[0].id)),
    someone('a housemate', resident(1, 1)),
    someone('another resident', resident(3, 0)),
    someone('a resident elsewhere', { ...personOnly(randomUUID()), residences: [away] }),
    someone('a person who is nothing', personOnly(randomUUID())),
    someone('a stranger', STRANGER),
  ];
}

/** True for a rule that looks at who asks and never at what is asked for. */
const looksAtRow = ({ allows }: Policy): boolean => allows.length > 1;

/** The row that stands for a type; null where none is named in samples.ts. */
export async function sampleOf(
  schema: GraphQLSchema,
  life: Life,
  system: Context,
  typeName: string,
): Promise<object | null> {
  const sample = SAMPLES[typeName];
  if (!sample) return null;
  if (typeof sample === 'string') return await readNode(system, life.ids.get(sample) ?? '');
  const from = sample.of === 'Query' ? {} : await sampleOf(schema, life, system, sample.of);
  const field = (schema.getType(sample.of) as GraphQLObjectType).getFields()[sample.field];
  if (!from || !field) return null;
  const found: unknown = await (field.resolve ?? defaultFieldResolver)(from, {}, system, {
    fieldName: sample.field,
  } as never);
  return (Array.isArray(found) ? found[0] : found) as object | null;
}

/** A field's rule with who may: the names of those it lets in, by where they stand. */
export interface Verdict {
  readonly type: string;
  readonly fields: readonly string[];
  readonly says: string;
  /** Null where the rule never looks at the row. */
  readonly may: ReadonlyMap<Someone['where'], readonly string[]> | null;
}

/** Walks every field of every type as everyone. Types without a sample are named, not passed by. */
export async function walk(
  /** The schema with its guards, and one without them, from which samples are taken. */
  { schema, open }: { schema: GraphQLSchema; open: GraphQLSchema },
  source: DataSource,
  life: Life,
): Promise<{ verdicts: Verdict[]; faults: string[] }> {
  const verdicts: Verdict[] = [];
  const faults: string[] = [];
  const all = everyone(life);
  const system = contextOf(source, life.world.home.members[0].actor);
  for (const type of ownObjectTypes(schema).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const rules = new Map<Policy, string[]>();
    for (const name of Object.keys(type.getFields()).sort()) {
      const rule = policyOf(type, name);
      if (!rule) faults.push(`${type.name}.${name} has no policy`);
      else rules.set(rule, [...(rules.get(rule) ?? []), name]);
    }
    const needsSample = [...rules.keys()].some(looksAtRow);
    const sample = needsSample ? await sampleOf(open, life, system, type.name) : null;
    if (needsSample && !sample)
      faults.push(`${type.name} has no sample: name one in samples.ts, made by a step of life.ts`);
    for (const [rule, fields] of rules) {
      const may = sample && looksAtRow(rule) ? await ask(rule, sample, source, all) : null;
      verdicts.push({ type: type.name, fields, says: rule.says, may });
    }
  }
  return { verdicts, faults };
}

async function ask(
  rule: Policy,
  sample: object,
  source: DataSource,
  all: readonly Someone[],
): Promise<Verdict['may']> {
  const may = new Map<Someone['where'], string[]>();
  for (const { name, where, actor } of all) {
    const allowed = await rule.allows(contextOf(source, actor), sample as never);
    if (allowed) may.set(where, [...(may.get(where) ?? []), name]);
  }
  return may;
}

/**
 * Node types of which a field says "whoever was given the object": `node(id)` must not give it to a
 * stranger, or the rule would let in anyone who has an id.
 */
export async function handedToStrangers(
  { schema, open }: { schema: GraphQLSchema; open: GraphQLSchema },
  source: DataSource,
  life: Life,
): Promise<string[]> {
  const system = contextOf(source, life.world.home.members[0].actor);
  const faults: string[] = [];
  for (const type of ownObjectTypes(schema)) {
    if (!type.getInterfaces().some(({ name }) => name === 'Node')) continue;
    if (!Object.keys(type.getFields()).some((field) => policyOf(type, field) === withParent))
      continue;
    const sample = await sampleOf(open, life, system, type.name);
    const { id = '', communityId = null } = (sample ?? {}) as { id?: string; communityId?: string };
    const globalId = toGlobalId(type.name, communityId, id);
    if (!sample || (await readNode(contextOf(source, STRANGER), globalId)))
      faults.push(`node(id) gives a ${type.name} to anyone: it needs rules of its own`);
  }
  return faults;
}
