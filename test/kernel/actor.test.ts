import {
  authorise,
  holds,
  holdsAbove,
  personOf,
  STRANGER,
  SYSTEM,
  type Actor,
} from '../../src/kernel/actor';
import { Denied } from '../../src/kernel/refusal';

const standing = {
  organisationId: 'fund',
  organisationKind: 'foundation',
  role: 'chair',
  placeId: 'street',
};
const chair: Actor = { kind: 'person', personId: 'li', standings: [standing], residences: [] };

/** The code with which an act is denied, or null where it is not. */
function deniedWith(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Denied) return error.code;
    throw error;
  }
}

test('a role is held in one organisation', () => {
  expect(holds(chair, 'fund', 'treasurer', 'chair')).toBe(true);
  expect(holds(chair, 'fund', 'treasurer')).toBe(false);
  expect(holds(chair, 'fund')).toBe(false);
  expect(holds(chair, 'another fund', 'chair')).toBe(false);
  expect(holds(STRANGER, 'fund', 'chair')).toBe(false);
});

test('a role reaches from the place of its organisation downwards', () => {
  expect(holdsAbove(chair, ['city', 'street', 'community'], 'foundation', 'chair')).toBe(true);
  expect(holdsAbove(chair, ['city', 'street'], 'foundation', 'chair')).toBe(true);
  expect(holdsAbove(chair, ['city'], 'foundation', 'chair')).toBe(false);
  expect(holdsAbove(chair, ['city', 'other'], 'foundation', 'chair')).toBe(false);
  expect(holdsAbove(chair, ['street'], 'street_office', 'chair')).toBe(false);
  expect(holdsAbove(chair, ['street'], 'foundation', 'secretary')).toBe(false);
});

test('who may not is denied; a stranger is asked to sign in; the system may', () => {
  expect(deniedWith(() => authorise(chair, true))).toBeNull();
  expect(deniedWith(() => authorise(chair, false))).toBe('FORBIDDEN');
  expect(deniedWith(() => authorise(STRANGER, false))).toBe('UNAUTHENTICATED');
  expect(deniedWith(() => authorise(SYSTEM, false))).toBeNull();
});

test('where a person must answer for it, neither a stranger nor the system will do', () => {
  expect(personOf(chair)).toBe('li');
  expect(deniedWith(() => personOf(STRANGER))).toBe('UNAUTHENTICATED');
  expect(deniedWith(() => personOf(SYSTEM))).toBe('UNAUTHENTICATED');
});
