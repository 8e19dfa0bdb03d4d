import { enumType } from '../api/enum.graphql';
import type { FundProjectState, FundUse } from './fund-project.entity';
import type { StepEvent } from './fund-step-event.entity';
import type { FundNeed } from './missing';
import type { FundActor, FundConditionName, FundDocumentKind } from './procedure-spec';
import type { Criterion } from './ranking';
import type { Shipped } from './shipped';

export const FundUseEnum = enumType<FundUse>('FundUse', 'The six uses of public money (row C2).', {
  organisations: 'Self-organisations and their activities.',
  volunteering: 'Volunteers and their service.',
  infrastructure: 'Upkeep of what everybody uses.',
  culture_sport: 'Culture and sport.',
  education: 'Education and training.',
  environment: 'The environment.',
});

export const FundActorEnum = enumType<FundActor>('FundActor', 'Who acts at a step.', {
  party_organisation: 'The committee of the party organisation.',
  street_office: 'Officers of the street office.',
  residents_committee: "Cadres of the residents' committee.",
  fund_office: 'The chair and the secretary of the office of the fund.',
  supervisors: "The fund's supervisors and the street's auditors.",
});

export const FundDocumentKindEnum = enumType<FundDocumentKind>(
  'FundDocumentKind',
  'What has to be written for a step.',
  {
    publicity: 'What residents were told (宣传资料).',
    opinions: 'What they said (意见汇总).',
    discussion_minutes: 'What was discussed and sorted (讨论纪要).',
    public_notice: 'What was posted (公示).',
    hearing_minutes: 'What was heard (听证纪要).',
    contract: 'What was agreed with who carries it out (合同).',
    completion_report: 'That it is done (竣工报告).',
    supervision_report: 'What supervisors say of it (监督报告).',
    evaluation_report: 'What people say of it (评议报告).',
    improvement_plan: 'What is to be done better (整改方案).',
    final_accounts: 'What it cost (决算).',
  },
);

const CONDITIONS: Readonly<Record<FundConditionName, string>> = {
  opinions_gathered: 'The ballot of households was counted.',
  weighed: 'It was said how urgent the project is.',
  resolution_passed: 'A council has resolved to spend the money.',
  notice_over: 'The resolution was shown for as long as its council says.',
  hearing_held: 'There was a hearing.',
  money_awarded: 'The resolution was executed.',
  money_spent: 'All tranches are paid and all milestones accepted, or the rest went back.',
  visits_made: 'Supervisors went there, so many times.',
  findings_settled: 'What they found was put right.',
  evaluated: 'So many people scored it.',
};

export const FundConditionEnum = enumType<FundConditionName>(
  'FundCondition',
  'What must have come about before a step is passed.',
  CONDITIONS,
);

export const FundNeedEnum = enumType<FundNeed>('FundNeed', 'What may be missing at a step.', {
  ...CONDITIONS,
  document: 'A document that was written since the step began.',
  notice_days: 'Days for which the step has to stand.',
});

export const StepEventEnum = enumType<StepEvent>('FundStepEventKind', 'What became of a step.', {
  passed: 'It was passed.',
  sent_back: 'The project was sent back from it.',
});

export const FundProjectStateEnum = enumType<FundProjectState>(
  'FundProjectState',
  'How far a project is.',
  {
    running: 'It stands at one of its steps.',
    archived: 'All steps are passed; it is kept as it was.',
    dropped: 'It was given up before money was awarded.',
  },
);

export const CriterionEnum = enumType<Criterion>(
  'RankingCriterion',
  'What projects are ranked by (row C3, step 4).',
  {
    urgency: 'How urgent it is, of 5 (紧迫程度).',
    will: 'How many of all households are for it (居民意愿).',
    self_raised: 'How much of its cost residents raise (自筹资金).',
    money_needed: 'How much of the allotment it needs: the less the more points (所需资金).',
  },
);

export const ShippedEnum = enumType<Shipped>(
  'ShippedProcedure',
  'The procedures that come with this software, as data.',
  {
    nine_steps: 'The nine steps of row C3.',
    small_repairs: 'Five steps for small repairs, up to CNY 3,000.',
  },
);
