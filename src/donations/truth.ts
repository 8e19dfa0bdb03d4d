/** What the processor says about a donation, as plain facts: what is recorded follows from them. */
export interface Truth {
  readonly attempts: readonly SeenAttempt[];
  readonly payments: readonly SeenPayment[];
  /** Objects of the donation: sessions, intents, invoices. */
  readonly objectIds: readonly string[];
  /** The subscription that the first payment of a pledge opened. */
  readonly subscriptionId: string | null;
}

export interface SeenAttempt {
  /** The checkout session, or the invoice of a pledge's later month. */
  readonly sessionId: string;
  readonly state: 'open' | 'processing' | 'paid' | 'failed' | 'expired';
}

/** A charge that succeeded, with all that went back of it. Amounts are minor units. */
export interface SeenPayment {
  readonly chargeId: string;
  readonly sessionId: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly method: string;
  readonly paidAt: Date;
  readonly refunds: readonly SeenRefund[];
  readonly disputes: readonly SeenDispute[];
}

export interface SeenRefund {
  readonly refundId: string;
  /** The row of ours that asked for it, or null: it was made at the processor's dashboard. */
  readonly rowId: string | null;
  readonly minor: bigint;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason: string;
}

export interface SeenDispute {
  readonly disputeId: string;
  readonly minor: bigint;
  readonly status: string;
  readonly openedAt: Date;
  readonly withdrawn: boolean;
  /** Null while it is undecided, or where no money moved. */
  readonly ended: 'reinstated' | 'lost' | null;
}
