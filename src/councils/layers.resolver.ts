import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Allow, anyone } from '../api/policy';
import { actsOf, LAYER_LINES, type LayerLine as Line, type Matter } from './layers';
import { LayerLine, MatterEnum } from './layers.graphql';

@Resolver(() => LayerLine)
export class LayersResolver {
  @Query(() => [LayerLine], {
    description:
      'Who leads, decides, advises, executes, serves and takes part, by matter: the table that the ' +
      'commands about councils ask.',
  })
  @Allow(anyone)
  layers(
    @Arg('matter', () => MatterEnum, { nullable: true, description: 'Only this matter.' })
    matter: Matter | null | undefined,
  ): Line[] {
    return LAYER_LINES.filter((line) => !matter || line.matter === matter);
  }

  @FieldResolver(() => [String], {
    description: 'The mutations that its people do by this line, by name: `seatMembers`.',
  })
  mutations(@Root() line: Line): string[] {
    return actsOf(line);
  }
}
