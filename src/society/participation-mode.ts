import { enumType } from '../api/enum.graphql';

export type ParticipationMode = 'mobilised' | 'spontaneous' | 'cooperative';

export const ParticipationModeEnum = enumType<ParticipationMode>(
  'ParticipationMode',
  'How people came to take part (row D6); the aim is to move towards working together.',
  {
    mobilised: 'They were called upon (动员式): by the committee or the street.',
    spontaneous: 'They began by themselves (自发式).',
    cooperative: 'Several parties agreed to do it together (合作式).',
  },
);
