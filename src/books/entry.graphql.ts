import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { MomentScalar } from '../api/day.graphql';
import { Node } from '../api/node.graphql';
import { Allow, withParent } from '../api/policy';
import type { AssetKind } from '../kernel/amount';
import { Person } from '../society/person.graphql';
import { booksReader } from '../society/society.policy';
import { Block } from './block.graphql';
import { entryReader, supervisesBooks } from './books.policy';

export const AssetKindEnum = {
  CURRENCY: 'currency',
  CREDITS: 'credits',
  GOODS: 'goods',
  ALLOWANCE: 'allowance',
} as const satisfies Record<string, AssetKind>;
registerEnumType(AssetKindEnum, {
  name: 'AssetKind',
  description: 'What an asset is.',
  valuesConfig: {
    CURRENCY: { description: 'Money of one currency.' },
    CREDITS: { description: "A scheme's welfare credits." },
    GOODS: { description: 'Pieces of one product.' },
    ALLOWANCE: { description: 'Pieces that a household may still take of one class of goods.' },
  },
});

@ObjectType({ description: 'Something that the books hold; an entry balances in each asset.' })
@Allow(withParent)
export class Asset {
  @Field(() => String, { description: 'Its short name: `CNY`, a scheme, a product.' })
  code!: string;

  @Field(() => AssetKindEnum, { description: 'What it is.' })
  kind!: AssetKind;

  @Field(() => Int, { description: 'How many decimal places its amounts have.' })
  scale!: number;
}

@ObjectType({ implements: Node, description: 'An account of one set of books, in one asset.' })
@Allow(withParent)
export class Account extends Node {
  @Field(() => String, {
    description: 'Its place in the chart: kind, holder, and what else tells it from its siblings.',
  })
  path!: string;

  @Field(() => String, {
    description: 'What the chart calls its kind, in the language asked: `Pool available`.',
  })
  title!: string;

  @Field(() => Asset, { description: 'What it holds.' })
  asset!: Asset;

  @Field(() => String, { description: 'What it holds now, on its normal side, as a decimal.' })
  @Allow(booksReader)
  balance!: string;
}

@ObjectType({ description: 'A fact that an entry was posted by; ids are those of the books.' })
@Allow(withParent)
export class EntryFact {
  @Field(() => String, { description: 'Where it stands: `parts.0.shares.1.amount.minor`.' })
  name!: string;

  @Field(() => String, { description: 'What it is, as text.' })
  value!: string;
}

@ObjectType({ description: 'One line of an entry: a debit or a credit on one account.' })
@Allow(withParent)
export class Leg {
  @Field(() => String, { nullable: true, description: 'The debit as a decimal; null on a credit.' })
  debit!: string | null;

  @Field(() => String, { nullable: true, description: 'The credit as a decimal; null on a debit.' })
  credit!: string | null;

  @Field(() => Asset, { description: 'What the amount is of.' })
  asset!: Asset;

  @Field(() => Account, { description: 'The account it stands on.' })
  account!: Account;
}

@ObjectType({
  implements: Node,
  description: 'One act in the books. It is never changed; a mistake is taken back by its mirror.',
})
@Allow(entryReader)
export class Entry extends Node {
  @Field(() => String, {
    description: 'Its number on paper, in exports and in archives; `Place.entryNamed` finds it.',
  })
  number!: string;

  @Field(() => String, { description: "The posting rule's name: `goodsExchanged`." })
  rule!: string;

  @Field(() => String, { description: 'What the rule is called, in the language asked.' })
  title!: string;

  @Field(() => String, { description: 'The rule as a sentence, in the language asked.' })
  says!: string;

  @Field(() => String, {
    description: 'The key of the request that recorded it; another one with it is not recorded.',
  })
  @Allow(booksReader)
  key!: string;

  @Field(() => [EntryFact], { description: 'What it was posted by, fact by fact.' })
  @Allow(booksReader)
  facts!: EntryFact[];

  @Field(() => Person, { nullable: true, description: 'Who recorded it; null: the system.' })
  recordedBy!: Person | null;

  @Field(() => String, { nullable: true, description: 'The full name of who recorded it.' })
  @Allow(supervisesBooks)
  recordedByName!: string | null;

  @Field(() => Block, {
    nullable: true,
    description: 'The block of the hash chain that holds it; null: it is not yet sealed.',
  })
  @Allow(booksReader)
  block!: Block | null;

  @Field(() => MomentScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => MomentScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => Boolean, {
    description:
      'Whether a block of the hash chain holds it; the newest entries are not yet sealed.',
  })
  sealed!: boolean;

  @Field(() => [Leg], { description: 'Its lines, in the order of the rule.' })
  legs!: Leg[];

  @Field(() => Entry, { nullable: true, description: 'The entry that this one takes back.' })
  reversalOf!: Entry | null;

  @Field(() => Entry, { nullable: true, description: 'The entry that takes this one back.' })
  reversedBy!: Entry | null;
}

export const EntryConnection = connectionOf(Entry);

@ObjectType({ description: "One line of an account's statement." })
@Allow(withParent)
export class StatementLine {
  @Field(() => MomentScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => String, { description: "The posting rule's name." })
  rule!: string;

  @Field(() => String, { description: 'The rule as a sentence.' })
  says!: string;

  @Field(() => String, {
    description: 'What it added on the normal side, as a decimal; negative where it took away.',
  })
  change!: string;

  @Field(() => String, { description: 'The balance after it, as a decimal.' })
  balance!: string;

  @Field(() => Entry, { description: 'The entry it belongs to.' })
  entry!: Entry;
}

export const StatementLineConnection = connectionOf(StatementLine);
