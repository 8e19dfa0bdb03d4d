import type { Day } from '../kernel/calendar';
import type { MoneyInput } from '../kernel/currency';

/** The state's own receipt for the gift, as somebody recorded it. */
export interface StateReceipt {
  readonly code: string;
  readonly number: string;
  readonly checkCode: string;
}

/** What an acknowledgement says, as plain data: it is kept, and prints the same paper for ever. */
export type AcknowledgementFacts = Gift | Correction;

interface Common {
  readonly locale: 'zh' | 'en';
  /** Without gaps within a foundation's year: `2026-000123`. */
  readonly number: string;
  readonly foundation: string;
  /** Null for a giver who is not named. */
  readonly giver: string | null;
  /** Of an organisation. */
  readonly taxId: string | null;
  /** The pool, campaign or project. */
  readonly purpose: string;
  /** The day on which the gift was received. */
  readonly receivedOn: Day;
  readonly issuedOn: Day;
  /** As the processor calls it: `card`, `alipay`, `wechat_pay`, … */
  readonly method: string;
  /** `local`: a demonstration, in which no money moves. */
  readonly provider: 'stripe' | 'local';
  readonly receipt: StateReceipt | null;
}

interface Gift extends Common {
  readonly kind: 'gift';
  readonly amount: MoneyInput;
}

interface Correction extends Common {
  readonly kind: 'correction';
  /** The number of the acknowledgement that it corrects. */
  readonly corrects: string;
  readonly reason: string;
  /** What was given back. */
  readonly amount: MoneyInput;
  /** What remains of the gift. */
  readonly remaining: MoneyInput;
}
