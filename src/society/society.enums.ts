import { enumType } from '../api/enum.graphql';
import type { OrganisationKind, Role } from './organisation.entity';
import type { PlaceKind } from './place.entity';
import type { CardEnd } from './resident-card.entity';
import type { PriorityGroup } from './resident-priority.entity';

export const OrganisationKindEnum = enumType<OrganisationKind>(
  'OrganisationKind',
  'The kinds of organisation that the source documents know.',
  {
    street_office: 'The street office (街道办事处): it governs a street and its communities.',
    party_organisation: 'The party organisation (社区党组织): it leads, and screens motions (C1).',
    residents_committee: "The residents' committee (居委会): it executes what is resolved.",
    service_station: 'The service station (社区服务站): it administers.',
    foundation: 'A community micro-foundation (社区公益基金): it holds pools.',
    public_fund:
      'The office of a public fund (公共服务专项资金): it keeps public money on its own account.',
    social_enterprise: 'A social enterprise (社区社会企业): it trades, and gives its surplus.',
    self_organisation: "Residents' own group (居民自组织).",
    social_organisation: 'A professional body (社会组织) that incubates and accompanies.',
    supermarket_operator: 'An enterprise that runs charity supermarkets (慈善超市).',
    local_employer: 'An employer of the neighbourhood (辖区单位).',
  },
);

export const RoleEnum = enumType<Role>(
  'Role',
  'What someone is in an organisation; each kind of organisation has its own roles.',
  {
    officer: 'Governs, for the street office.',
    auditor: 'Reads the books, for the street office.',
    party_secretary: 'Leads a party organisation (书记).',
    party_member: 'Sits on the committee of a party organisation (党组织委员).',
    cadre: "Acts for the residents' committee.",
    staff: 'Works for a service station or a social organisation.',
    chair: "Leads a foundation's board, or the office of a public fund.",
    board_member: "Sits on a foundation's board.",
    secretary: "Keeps a foundation's papers.",
    treasurer: 'Pays, for a foundation; never what the same person has asked for.',
    supervisor: 'Goes to see what is done with public money.',
    director: 'Leads a social enterprise or a social organisation.',
    bookkeeper: "Keeps an enterprise's books.",
    leader: 'Leads a self-organisation.',
    member: 'Belongs to a self-organisation.',
    storekeeper: 'Runs a store: receives goods and takes back exchanges.',
    clerk: 'Serves at the till of a store.',
    representative: 'Speaks for a local employer.',
  },
);

export const PlaceKindEnum = enumType<PlaceKind>(
  'PlaceKind',
  'City → district → street → community → courtyard → grid.',
  {
    city: 'A city (市).',
    district: 'A district or county of a city (区县).',
    street: 'A subdistrict (街道).',
    community: 'A community (社区): the unit that owns books, rules and public disclosure.',
    courtyard: 'A courtyard or housing estate (院落, 小区).',
    grid: 'A grid (网格) of 20 to 40 households with one facilitator.',
  },
);

export const PriorityGroupEnum = enumType<PriorityGroup>(
  'PriorityGroup',
  'Groups of residents with a larger allowance of welfare goods (特殊群体, row A1).',
  {
    low_income: 'Households on the minimum living allowance (低保).',
    disabled: 'People with a disability (残疾).',
    aged_alone: 'Old people who live alone (独居老人).',
    orphan: 'Orphans (孤儿).',
    bereaved_parents: 'Parents who lost their only child (失独).',
  },
);

export const CardEndEnum = enumType<CardEnd>('CardEnd', 'Why a card is good no longer.', {
  lost: 'Nobody knows where it is.',
  damaged: 'It cannot be read any more.',
  given_back: 'The resident does not want one.',
});
