import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Period } from '../api/day.graphql';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { accountById } from '../books/entry.reader';
import { loadKeyset } from '../api/keyset-list';
import { amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Place } from '../society/place.graphql';
import { place, placeById } from '../society/place.reader';
import { amendDeclaration } from './amend-declaration';
import {
  AmendDeclarationInput,
  AmendDeclarationPayload,
  Declaration,
  DeclarationVersion,
  DeclareSurplusInput,
  DeclareSurplusPayload,
} from './declaration.graphql';
import {
  declarationById,
  pledgeAccountId,
  versionsOfDeclaration,
  type Declaration as Declared,
} from './declaration.reader';
import { declareSurplus } from './declare-surplus';
import { figuresReader } from './enterprise.policy';
import { RemittanceConnection } from './remittance.graphql';
import { remittancesOfPledge } from './remittance.reader';

tenantNode('Declaration', (context, ref) => context.load(declarationById, ref.communityId, ref.id));

/** What every set of figures may be refused with. */
const FIGURES_CODES =
  'WRONG_CURRENCY, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, ' +
  'SURPLUS_MISMATCH, COMMITMENT_UNCLEAR, SHARE_RANGE, COMMITMENT_TOO_SMALL, COMMITMENT_TOO_LARGE';

const money = (declared: Declared, minor: bigint | string) =>
  toMoney(amount(currency(declared.currency), BigInt(minor)));

/** What is outstanding now, from the ledger; batched over a list. */
async function outstanding(context: Context, declared: Declared): Promise<bigint> {
  const held = await context.load(accountById, declared.communityId, pledgeAccountId(declared));
  return held?.balance ?? 0n;
}

@Resolver(() => Declaration)
export class DeclarationResolver {
  @FieldResolver(() => Organisation, { description: 'The social enterprise.' })
  async enterprise(@Root() { enterpriseId }: Declared, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, enterpriseId);
  }

  @FieldResolver(() => Place, { description: 'The place in whose books the promise stands.' })
  async place(@Root() { communityId }: Declared, @Ctx() context: Context) {
    return await context.load(placeById, CITY, communityId);
  }

  @FieldResolver(() => Period)
  period(@Root() { periodFrom, periodUntil }: Declared) {
    return { from: periodFrom, until: periodUntil };
  }

  @FieldResolver(() => Money, { nullable: true })
  @Allow(figuresReader)
  revenue(@Root() declared: Declared) {
    return money(declared, declared.revenue);
  }

  @FieldResolver(() => Money, { nullable: true })
  @Allow(figuresReader)
  costs(@Root() declared: Declared) {
    return money(declared, declared.costs);
  }

  @FieldResolver(() => Money, { nullable: true })
  @Allow(figuresReader)
  surplus(@Root() declared: Declared) {
    return money(declared, BigInt(declared.revenue) - BigInt(declared.costs));
  }

  @FieldResolver(() => Money)
  committed(@Root() declared: Declared) {
    return money(declared, declared.committed);
  }

  @FieldResolver(() => Money)
  async remitted(@Root() declared: Declared, @Ctx() context: Context) {
    return money(declared, BigInt(declared.committed) - (await outstanding(context, declared)));
  }

  @FieldResolver(() => Money)
  async outstanding(@Root() declared: Declared, @Ctx() context: Context) {
    return money(declared, await outstanding(context, declared));
  }

  @FieldResolver(() => Boolean)
  async overdue(@Root() declared: Declared, @Ctx() context: Context) {
    const { timeZone = 'utc' } = (await place(context, declared.communityId)) ?? {};
    if (declared.dueOn >= dayOf(context.now, timeZone)) return false;
    return (await outstanding(context, declared)) > 0n;
  }

  @FieldResolver(() => [DeclarationVersion], {
    description: 'What was declared and amended, the first one first; 50 at most.',
  })
  async versions(@Root() declared: Declared, @Ctx() context: Context) {
    const { communityId, id, enterpriseId } = declared;
    const rows = await context.loadMany(versionsOfDeclaration, communityId, id);
    return rows.map(({ version, madeAt, reason, ...figures }) => ({
      ...{ communityId, enterpriseId, version, madeAt, reason },
      committed: money(declared, figures.committed),
      revenue: money(declared, figures.revenue),
      costs: money(declared, figures.costs),
    }));
  }

  @FieldResolver(() => RemittanceConnection, { description: 'What arrived, the latest first.' })
  async remittances(@Root() declared: Declared, @Args() page: PageArgs, @Ctx() context: Context) {
    const owner = { communityId: declared.communityId, ownerId: pledgeAccountId(declared) };
    return await loadKeyset(context, remittancesOfPledge, owner, page);
  }

  @Mutation(() => DeclareSurplusPayload, {
    description:
      "Declares an enterprise's surplus of a period that is over, and promises a part of it. Codes: " +
      'ID_UNKNOWN, ORGANISATION_KIND, KEEPS_NO_BOOKS, ENTERPRISE_ELSEWHERE, PERIOD_EMPTY, ' +
      'PERIOD_NOT_OVER, PERIOD_TOO_LONG, PERIOD_TOO_OLD, DUE_RANGE, PERIOD_DECLARED, ' +
      `KEY_UNUSABLE, KEY_REUSED, ${FIGURES_CODES}.`,
  })
  @Allow(byCommand("The enterprise's director or bookkeeper"))
  async declareSurplus(
    @Arg('input', () => DeclareSurplusInput) input: DeclareSurplusInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      declaration: await declareSurplus(work, input),
    }));
  }

  @Mutation(() => AmendDeclarationPayload, {
    description:
      "Amends a declaration's figures with a reason; every version is kept. Codes: ID_UNKNOWN, " +
      'TEXT_LENGTH, NOTHING_AMENDED, AMENDED_TOO_OFTEN, PLEDGE_EXCEEDED (less than what has been ' +
      `remitted), KEY_UNUSABLE, KEY_REUSED, ${FIGURES_CODES}.`,
  })
  @Allow(byCommand("The enterprise's director or bookkeeper"))
  async amendDeclaration(
    @Arg('input', () => AmendDeclarationInput) input: AmendDeclarationInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      declaration: await amendDeclaration(work, input),
    }));
  }
}
