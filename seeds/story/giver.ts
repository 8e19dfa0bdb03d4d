import type { BankDesk } from './bank-desk';
import { soon, StoryStopped, Voice } from './voice';

/** A gift that was begun, with the word by which its giver follows it. */
export interface Begun {
  readonly id: string;
  readonly followToken: string;
}

/** A gift as its giver follows it. */
export interface Followed {
  readonly state: string;
  readonly isDemo: boolean;
  readonly refunded: { readonly amount: string };
  readonly disputed: { readonly amount: string };
  readonly acknowledgements: readonly { readonly number: string }[];
  readonly followed: readonly {
    readonly part: { readonly amount: string };
    readonly says: string;
  }[];
  readonly pledge: {
    readonly donations: { readonly edges: readonly { readonly node: Paid }[] };
  } | null;
}

interface Paid {
  readonly id: string;
  readonly state: string;
}

const FOLLOWED = `query ($followToken: String!) { donation(followToken: $followToken) {
  state isDemo refunded { amount } disputed { amount } acknowledgements { number }
  followed { part { amount } says }
  pledge { donations(first: 10) { edges { node { id state } } } } } }`;

/** Somebody on a phone, without an account. */
export class Giver {
  private readonly voice: Voice;

  constructor(
    url: string,
    private readonly run: string,
    private readonly desk: BankDesk,
  ) {
    this.voice = new Voice(url);
  }

  /** Begins a gift, pays it on the page, and sees that it has arrived. */
  async gives(name: string, amount: string, more: Record<string, unknown>): Promise<Begun> {
    const { donation, checkoutUrl } = await this.voice.does<{
      donation: Begun;
      checkoutUrl: string;
    }>(
      'startDonation',
      {
        idempotencyKey: `story/${this.run}/gift/${amount}`,
        amount: { amount, currency: 'CNY' },
        ...{ schedule: 'ONCE', locale: 'ZH_CN', name, email: 'giver@example.org', ...more },
      },
      'donation { id followToken } checkoutUrl',
    );
    await this.desk.pay(checkoutUrl);
    await this.sees(donation, ({ state }) => state === 'PAID');
    return donation;
  }

  /** Looks at the page of a gift until it says so. */
  async sees(gift: Begun, says: (followed: Followed) => boolean): Promise<Followed> {
    return await soon(async () => {
      const { followToken } = gift;
      const { donation } = await this.voice.asks<{ donation: Followed | null }>(FOLLOWED, {
        followToken,
      });
      if (!donation) throw new StoryStopped('A follow link leads nowhere');
      return says(donation) ? donation : null;
    });
  }
}
