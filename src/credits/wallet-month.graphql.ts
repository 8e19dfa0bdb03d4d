import { Field, Int, ObjectType } from 'type-graphql';
import { enumType } from '../api/enum.graphql';
import { Allow, withParent } from '../api/policy';
import type { WalletMove } from './wallet-move';

export const WalletMoveEnum = enumType<WalletMove>(
  'WalletMove',
  'What made a wallet grow or shrink.',
  {
    service: 'Earned by serving others.',
    goods: 'Earned by giving goods.',
    course: 'Earned by attending courses.',
    received: 'Handed on by another of the household.',
    handed_on: 'Handed on to another of the household.',
    spent: 'Given for goods.',
    expired: 'Ended unspent.',
    corrected: 'Taken back: what was earned leaves again, what was spent comes back.',
  },
);

@ObjectType({ description: 'Whole credits that one thing brought to a wallet, or took from it.' })
@Allow(withParent)
export class WalletMoved {
  @Field(() => WalletMoveEnum, { description: 'What it was.' })
  by!: WalletMove;

  @Field(() => String, { description: 'What it was, in the language that was asked for.' })
  label!: string;

  @Field(() => Int, { description: 'Whole credits that came; below zero: that went.' })
  credits!: number;
}

@ObjectType({
  description:
    "A month of a wallet in the community's time, by when things were recorded. What it held at " +
    'first, with all that moved it, is what it holds at last.',
})
@Allow(withParent)
export class WalletMonth {
  @Field(() => String, { description: 'The month: `2026-11`.' })
  month!: string;

  @Field(() => Int, { description: 'Whole credits in it when the month began.' })
  opening!: number;

  @Field(() => Int, { description: 'Whole credits in it when the month ended, or now.' })
  closing!: number;
}
