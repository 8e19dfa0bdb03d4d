import type { DataSource } from 'typeorm';
import { expireCredits } from '../../../src/credits/expire-credits';
import { freezeWallet } from '../../../src/credits/freeze-wallet';
import { tellExpiry } from '../../../src/credits/tell-expiry';
import { unfreezeWallet } from '../../../src/credits/unfreeze-wallet';
import { toGlobalId } from '../../../src/kernel/global-id';
import { seal } from '../../../src/ledger/seal';
import { rolling } from '../../../src/reports/rolling';
import { thankForGoods } from '../../../src/supermarkets/thank-for-goods';
import { confirmService } from '../../../src/volunteering/confirm-service';
import { recordService } from '../../../src/volunteering/record-service';
import { reverseService } from '../../../src/volunteering/reverse-service';
import type { ServiceRow } from '../../../src/volunteering/service.entity';
import { expiredOn, isFrozen } from './books';
import type { Model, ModelLot } from './model';
import { choose, freshKey, type Makers, type Play } from './play';
import { dayAt, monthAt } from './town';

const CREDITS_PER_HOUR = 10;

const serve: Makers<'serve'>['serve'] = (model, { who, hours, minutes }) => {
  const { town } = model;
  const { team, leader } = town.home;
  const performedAt = new Date(town.clock.now().getTime() - hours * 3_600_000);
  const input = {
    ...{ organisationId: team.globalId, residentId: town.people[who]!.globalId },
    ...{ serviceKind: 'repair', performedAt, minutes },
  };
  const from = performedAt.getTime();
  const until = from + minutes * 60_000;
  const meets = model.services.some(
    (other) =>
      other.who === who && other.state !== 'reversed' && other.from < until && other.until > from,
  );
  return {
    expected: meets ? ['SERVICE_OVERLAPS'] : [],
    ask: (source) => town.run(leader, (work) => recordService(work, input), source),
    done: ({ communityId, id, credits }: ServiceRow) => {
      model.services.push({
        ...{ globalId: toGlobalId('Service', communityId, id), who, from, until },
        ...{ month: monthAt(performedAt), credits: (minutes * CREDITS_PER_HOUR) / 60 },
        state: 'recorded',
      });
      expect(Number(credits)).toBe(model.services.at(-1)!.credits);
    },
  } satisfies Play<ServiceRow>;
};

const confirm: Makers<'confirm'>['confirm'] = (model, act) => {
  const { town } = model;
  const service = choose(model.services, act.which, ({ state }) => state === 'recorded');
  if (!service) return null;
  const { who, month, credits, state, globalId: serviceId } = service;
  const by = act.bySelf ? town.home.leader : town.home.cadre;
  // The leader has recorded it, and may have served as well.
  const own = act.bySelf ? ['OWN_SERVICE', 'OWN_RECORD'] : null;
  const full = state === 'recorded' && credits > model.room(who, month);
  const refused =
    state === 'reversed' ? ['SERVICE_CANCELLED'] : full ? ['MONTHLY_CAP_REACHED'] : [];
  return {
    expected: own ?? refused,
    ask: (source) => town.run(by, (work) => confirmService(work, { serviceId }), source),
    done: () => {
      // Confirming twice is one confirmation, and all are told of it.
      if (service.state !== 'recorded') return;
      service.state = 'confirmed';
      model.takeRoom(who, month, credits);
      model.earn(who, credits, model.today());
    },
  };
};

const reverse: Makers<'reverse'>['reverse'] = (model, act) => {
  const service = choose(model.services, act.which, ({ state }) => state === 'confirmed');
  if (!service) return null;
  const { who, month, credits, state, globalId: serviceId } = service;
  const input = { idempotencyKey: freshKey(), serviceId, reason: 'Nobody was there' };
  const short = credits > model.balance(who) ? ['INSUFFICIENT_CREDITS'] : [];
  const expected = {
    ...{ recorded: ['SERVICE_NOT_CONFIRMED'], reversed: ['REVERSED_BEFORE'], confirmed: short },
  };
  return {
    expected: expected[state],
    ask: (source) =>
      model.town.run(model.town.home.cadre, (work) => reverseService(work, input), source),
    done: () => {
      expect(service.state).toBe('confirmed');
      service.state = 'reversed';
      model.takeRoom(who, month, -credits);
      model.spend(who, credits);
    },
  };
};

/** Of a freeze and its end at once only the books tell which came last. */
async function seeFrozen(model: Model, who: number, source: DataSource): Promise<boolean> {
  const frozen = await isFrozen(source, model.town.people[who]!.id);
  if (frozen) model.frozen.add(who);
  else model.frozen.delete(who);
  return frozen;
}

const freeze: Makers<'freeze'>['freeze'] = (model, { who }, alone) => {
  const { cadre } = model.town.home;
  const input = { residentId: model.town.people[who]!.globalId, reason: 'The card was lost' };
  return {
    expected: model.frozen.has(who) ? ['WALLET_FROZEN'] : [],
    ask: (source) => model.town.run(cadre, (work) => freezeWallet(work, input), source),
    done: async (_, source) => {
      const frozen = await seeFrozen(model, who, source);
      if (alone) expect(frozen).toBe(true);
    },
  };
};

const unfreeze: Makers<'unfreeze'>['unfreeze'] = (model, act, alone) => {
  const who = [...model.frozen][0] ?? act.who;
  const { cadre } = model.town.home;
  const input = { residentId: model.town.people[who]!.globalId, reason: 'It was found' };
  return {
    expected: model.frozen.has(who) ? [] : ['WALLET_NOT_FROZEN'],
    ask: (source) => model.town.run(cadre, (work) => unfreezeWallet(work, input), source),
    done: async (_, source) => {
      const frozen = await seeFrozen(model, who, source);
      if (alone) expect(frozen).toBe(false);
    },
  };
};

const thank: Makers<'thank'>['thank'] = (model, { which, who, thanks }) => {
  const { town } = model;
  const gift = ({ source, thanked }: ModelLot) => source === 'DONATED' && !thanked;
  const lot = choose(model.lots, which, gift);
  if (!lot) return null;
  const input = { lotId: lot.globalId, residentId: town.people[who]!.globalId, thanks };
  const { clerk } = town.stores[lot.store]!;
  const month = monthAt(lot.receivedAt);
  const credits = (town.products[lot.product]!.worth ?? 0) * lot.quantity;
  return {
    expected: refusedThanks(model, lot, { who, thanks, month, credits }),
    ask: (source) => town.run(clerk, (work) => thankForGoods(work, input), source),
    done: () => {
      if (lot.thanked) return expect(lot.thanked).toEqual({ who, thanks });
      lot.thanked = { who, thanks };
      if (thanks !== 'credits') return;
      model.takeRoom(who, month, credits);
      model.earn(who, credits, model.today());
    },
  };
};

function refusedThanks(
  model: Model,
  lot: ModelLot,
  asked: { who: number; thanks: string; month: string; credits: number },
): string[] {
  const { who, thanks, month, credits } = asked;
  if (lot.source !== 'DONATED') return ['NOT_A_GIFT'];
  if (thanks === 'credits' && credits === 0) return ['NO_GOODS_VALUE'];
  if (lot.thanked)
    return lot.thanked.who === who && lot.thanked.thanks === thanks ? [] : ['GIFT_THANKED'];
  return thanks === 'credits' && credits > model.room(who, month) ? ['MONTHLY_CAP_REACHED'] : [];
}

const expire: Makers<'expire'>['expire'] = (model, _act, alone) => {
  const { town } = model;
  const now = town.clock.now();
  const today = dayAt(now);
  const due = town.people.map((_, who) => model.old(who, today));
  return {
    expected: [],
    ask: async (source) => {
      await Promise.all([expireCredits(source, now), tellExpiry(source, now)]);
    },
    done: async (_: void, source) => {
      const ended = await expiredOn(source, today);
      for (const [who, { id }] of town.people.entries()) {
        const credits = (ended.get(id) ?? 0) - model.ended(who, today);
        if (alone) expect([who, credits]).toEqual([who, due[who]]);
        expect(credits).toBeLessThanOrEqual(due[who]!);
        model.end(who, today, credits);
        expect([who, model.old(who, today)]).toEqual([who, 0]);
      }
    },
  } satisfies Play<void>;
};

const sealing: Makers<'seal'>['seal'] = () => ({
  expected: [],
  ask: (source) => seal(source, rolling(source)),
  done: () => undefined,
});

export const CREDIT_PLAYS: Makers<
  'serve' | 'confirm' | 'reverse' | 'freeze' | 'unfreeze' | 'thank' | 'expire' | 'seal'
> = { serve, confirm, reverse, freeze, unfreeze, thank, expire, seal: sealing };
