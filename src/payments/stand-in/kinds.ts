import type Stripe from 'stripe';

/** What the stand-in keeps, by the name that Stripe gives in `object`. */
export interface Kinds {
  'checkout.session': Stripe.Checkout.Session;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  payout: Stripe.Payout;
  customer: Stripe.Customer;
  subscription: Stripe.Subscription;
  invoice: Stripe.Invoice;
  invoice_payment: Stripe.InvoicePayment;
  event: Stripe.Event;
}

export type Kind = keyof Kinds;

/** The money in which a payment settles; the rate is null where nothing is exchanged. */
export interface Terms {
  readonly currency: string;
  readonly exchangeRate: string | null;
}

export type Method = 'card' | 'alipay' | 'wechat_pay';

/** What is known about an object and shown to nobody. */
export interface Aside {
  /** How the payments of a charge or a subscription settle. */
  readonly terms?: Terms;
  /** A session's `payment_intent_data` and `subscription_data`, for when they are needed. */
  readonly intentData?: IntentData;
  readonly subscriptionData?: SubscriptionData;
  /** When a pending payment ends by itself. */
  readonly settlesAt?: number;
  /** The payout that took a balance transaction along. */
  readonly payout?: string;
}

export interface IntentData {
  readonly description?: string;
  readonly metadata?: Record<string, string>;
  readonly receipt_email?: string;
  readonly statement_descriptor?: string;
  readonly statement_descriptor_suffix?: string;
}

export interface SubscriptionData {
  readonly description?: string;
  readonly metadata?: Record<string, string>;
}

/** An answer that is given again to whoever asks with the same idempotency key. */
export interface Replay {
  readonly asked: string;
  readonly status: number;
  readonly body: object;
  readonly requestId: string;
  readonly at: number;
}

/** One object as it is kept, in a form that survives JSON. */
export interface Kept {
  /** Stripe's name of the kind, or `replay` for an answer under an idempotency key. */
  readonly kind: string;
  readonly id: string;
  /** The place in the order of making; lists show the last first. */
  readonly order: number;
  readonly body: object;
  readonly aside: Aside;
}

/** Where the objects are kept between two runs. Without one they live as long as the process. */
export interface Keeping {
  /** Everything kept before, in any order. */
  load(): Promise<readonly Kept[]>;
  /**
   * Called one at a time with what was made or changed; the answer waits for it. Kind and id name
   * an object, of which the last state counts; one batch may hold several states of it, in order.
   */
  keep(changed: readonly Kept[]): Promise<void>;
}
