import { wasElected } from '../../web/desks/me/council/was-elected';

/** A council whose term began on a day, after an election for one from the first of May. */
const council = (validFrom: string, endedAt: string | null, state = 'CONCLUDED') => ({
  term: { validFrom },
  place: { timeZone: 'Asia/Shanghai' },
  elections: { edges: [{ node: { state, termFrom: '2026-05-01', endedAt } }] },
});

describe('whether the seats of a council were given by an election', () => {
  test('its term begins when it was to begin', () =>
    expect(wasElected(council('2026-05-01', '2026-04-20T01:00:00Z'))).toBe(true));

  test('it was concluded later, and the term begins on that day, as it is there', () =>
    expect(wasElected(council('2026-05-04', '2026-05-03T16:30:00Z'))).toBe(true));

  test.each([
    ['somebody seated another term after it', council('2029-05-01', '2026-04-20T01:00:00Z')],
    ['it is not concluded yet', council('2026-05-01', null, 'CALLED')],
    ['it was called off', council('2026-05-01', '2026-04-20T01:00:00Z', 'CALLED_OFF')],
    ['no term runs', { ...council('2026-05-01', '2026-04-20T01:00:00Z'), term: null }],
  ])('it was not: %s', (_, of) => expect(wasElected(of)).toBe(false));
});
