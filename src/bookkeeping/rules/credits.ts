import type { Amount } from '../../kernel/amount';
import type { Leg } from '../../ledger/draft';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { credits } from './examples';

/** What is earned under a monthly cap takes up room in its month. */
function takenUp(facts: {
  schemeId: string;
  residentId: string;
  month: string;
  credits: Amount;
  capped: boolean;
}): Leg[] {
  if (!facts.capped) return [];
  return [
    debit(account('earningRoom', facts.residentId, facts.month), facts.credits),
    credit(account('earningRoomUsed', facts.schemeId), facts.credits),
  ];
}

/** How credits are earned (A1: by service 以服务换福利, by goods 以慈善换福利), and how they end. */
export const CREDITS = chapter({
  earningRoomOpened: rule<{
    schemeId: string;
    residentId: string;
    month: string;
    room: Amount;
  }>({
    says: "A resident's first service of a month opens the room that the scheme's monthly cap gives.",
    example: {
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      month: '2026-03',
      room: credits(200),
    },
    post: ({ schemeId, residentId, month, room }) => [
      debit(account('earningRoomGranted', schemeId), room),
      credit(account('earningRoom', residentId, month), room),
    ],
  }),

  serviceCredited: rule<{
    serviceId: string;
    schemeId: string;
    residentId: string;
    organisationId: string;
    serviceKind: string;
    minutes: number;
    month: string;
    credits: Amount;
    /** Whether the scheme caps a month, so that the credits take up room. */
    capped: boolean;
  }>({
    says: 'Another person confirms a service: the resident earns credits within the month’s room.',
    example: {
      serviceId: 'service 1',
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      organisationId: 'Repair Team',
      serviceKind: 'repair',
      minutes: 120,
      month: '2026-03',
      credits: credits(20),
      capped: true,
    },
    post: (facts) => [
      debit(account('creditsIssued', facts.schemeId, 'service'), facts.credits),
      credit(account('wallet', facts.residentId), facts.credits),
      ...takenUp(facts),
    ],
  }),

  goodsGiftCredited: rule<{
    lotId: string;
    schemeId: string;
    residentId: string;
    month: string;
    credits: Amount;
    /** Whether the scheme's monthly cap covers goods, so that the credits take up room. */
    capped: boolean;
  }>({
    says: 'A resident who gave goods is thanked with credits, in place of an acknowledgement.',
    example: {
      lotId: 'lot 7',
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      month: '2026-03',
      credits: credits(30),
      capped: true,
    },
    post: (facts) => [
      debit(account('creditsIssued', facts.schemeId, 'goods'), facts.credits),
      credit(account('wallet', facts.residentId), facts.credits),
      ...takenUp(facts),
    ],
  }),

  courseCredited: rule<{
    attendanceId: string;
    schemeId: string;
    residentId: string;
    courseId: string;
    sessionId: string;
    minutes: number;
    month: string;
    credits: Amount;
    /** Whether the scheme caps a month, so that the credits take up room. */
    capped: boolean;
  }>({
    says: 'Another person confirms who attended a course: each earns credits within the month’s room.',
    example: {
      attendanceId: 'attendance 1',
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      courseId: 'Rules of meeting',
      sessionId: 'session 1',
      minutes: 90,
      month: '2026-03',
      credits: credits(3),
      capped: true,
    },
    post: (facts) => [
      debit(account('creditsIssued', facts.schemeId, 'course'), facts.credits),
      credit(account('wallet', facts.residentId), facts.credits),
      ...takenUp(facts),
    ],
  }),

  transferRoomOpened: rule<{
    schemeId: string;
    residentId: string;
    month: string;
    room: Amount;
  }>({
    says: "The first credits that a resident hands on in a month open the room of the scheme's limit.",
    example: {
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      month: '2026-03',
      room: credits(50),
    },
    post: ({ schemeId, residentId, month, room }) => [
      debit(account('transferRoomGranted', schemeId), room),
      credit(account('transferRoom', residentId, month), room),
    ],
  }),

  creditsTransferred: rule<{
    schemeId: string;
    residentId: string;
    receiverId: string;
    month: string;
    credits: Amount;
    /** The oldest that the giver had, by the moments at which they were earned. */
    layers: readonly { cameAt: string; credits: string }[];
  }>({
    says: 'Credits are handed on within a household, the oldest first; they keep their age.',
    example: {
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      receiverId: 'Wang',
      month: '2026-03',
      credits: credits(10),
      layers: [{ cameAt: '2026-01-05T02:00:00.000000Z', credits: '10' }],
    },
    post: ({ schemeId, residentId, receiverId, month, credits: handed }) => [
      debit(account('wallet', residentId), handed),
      credit(account('wallet', receiverId), handed),
      debit(account('transferRoom', residentId, month), handed),
      credit(account('transferRoomUsed', schemeId), handed),
    ],
  }),

  creditsExpired: rule<{
    schemeId: string;
    residentId: string;
    /** The day on which they ended. */
    on: string;
    /** All that came before this moment and was not spent has ended. */
    cameBefore: string;
    credits: Amount;
  }>({
    says: "Credits that came long ago and were not spent end, by the scheme's policy.",
    example: {
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      on: '2029-03-06',
      cameBefore: '2026-03-06T16:00:00.000Z',
      credits: credits(5),
    },
    post: ({ schemeId, residentId, credits: ended }) => [
      debit(account('wallet', residentId), ended),
      credit(account('creditsExpired', schemeId), ended),
    ],
  }),
});
