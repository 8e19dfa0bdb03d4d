import 'reflect-metadata';
import { buildSchemaSync, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, anyone, enforcePolicies } from '../../src/api/policy';
import { createSchema } from '../../src/server/schema';

// In a file of its own: what is declared here would stand in every schema built after it.

@ObjectType()
class Jar {
  @Field(() => String)
  @Allow(anyone)
  label!: string;

  @Field(() => String)
  inside!: string;
}

@Resolver()
class JarResolver {
  @Query(() => Jar)
  jar(): Jar {
    return { label: 'beans', inside: 'beans' };
  }
}

test('the API is not built while a field or a query has no policy, and each is named', () => {
  expect(() => createSchema()).not.toThrow();
  const bare = buildSchemaSync({ resolvers: [JarResolver], validate: false });
  expect(() => enforcePolicies(bare)).toThrow('No policy is stated for Query.jar, Jar.inside');
});
