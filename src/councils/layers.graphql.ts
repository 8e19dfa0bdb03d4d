import { Field, ObjectType } from 'type-graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, anyone } from '../api/policy';
import type { Body, Layer, Matter } from './layers';

export const LayerEnum = enumType<Layer>('Layer', 'The six layers of a community (row B3).', {
  lead: 'Leads (领导).',
  decide: 'Decides (决策).',
  advise: 'Advises (议事).',
  execute: 'Executes (执行).',
  serve: 'Serves (服务).',
  take_part: 'Takes part (参与).',
});

export const MatterEnum = enumType<Matter>('Matter', 'What the layers are about.', {
  community_affairs: 'What concerns the whole community (row N4).',
  courtyard_affairs: 'What concerns one courtyard or less (row N4).',
  council_founding: 'Which councils there are.',
  council_rules: 'What councils are made of and when they may decide.',
  council_seats: 'Who sits in councils.',
});

export const BodyEnum = enumType<Body>('Body', 'Who stands in a layer.', {
  party_organisation: 'The party organisation (社区党组织).',
  street_office: 'The street office (街道办事处).',
  residents_committee: "The residents' committee (居委会).",
  service_station: 'The service station (社区服务站).',
  social_enterprise: 'Community social enterprises (社区社会企业).',
  self_organisation: "Residents' own groups (居民自组织).",
  social_organisation: 'Social organisations (社会组织).',
  local_employer: 'Employers of the neighbourhood (辖区单位).',
  group_council: 'Group councils (小组议事会).',
  community_council: "The community's council (社区议事会).",
  courtyard_council: 'Councils of courtyards (院落议事会).',
  neighbourhood_council: 'Neighbourhood councils (邻里理事会).',
  residents_meeting: "The meeting of residents' representatives (居民代表会议).",
  residents: 'The residents (居民).',
});

@ObjectType({
  description:
    'A line of the table of who leads, decides, advises, executes, serves and takes part (row B3).',
})
@Allow(anyone)
export class LayerLine {
  @Field(() => MatterEnum, { description: 'What it is about.' })
  matter!: Matter;

  @Field(() => LayerEnum, { description: 'In which layer.' })
  layer!: Layer;

  @Field(() => BodyEnum, { description: 'Who stands in it.' })
  body!: Body;
}
