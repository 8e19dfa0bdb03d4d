import { StoryStopped } from './voice';

/**
 * The other side of a demonstration: the page to pay on, and the desk at which the payers' banks
 * act and months pass. It is used like a person uses it, by its forms.
 */
export class BankDesk {
  constructor(private readonly url: string) {}

  /** Pays on the page that a checkout leads to, and comes back the way the page leads. */
  async pay(checkoutUrl: string): Promise<void> {
    const back = await this.send(checkoutUrl, { act: 'pay', method: 'card' });
    await fetch(new URL(back, checkoutUrl));
  }

  /** Does something to what is newest of what it can be done to. */
  async acts(act: 'month' | 'dispute' | 'lost'): Promise<void> {
    const page = await (await fetch(`${this.url}/demo/bank`)).text();
    const form = new RegExp(`name="id" value="([^"]+)"><button name="act" value="${act}"`);
    const id = form.exec(page)?.[1];
    if (!id) throw new StoryStopped(`There is nothing to do at the bank: ${act}`);
    await this.send(`${this.url}/demo/bank`, { act, id });
  }

  private async send(address: string, fields: Record<string, string>): Promise<string> {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    });
    if (response.status !== 303) throw new StoryStopped(`${address} answered ${response.status}`);
    return response.headers.get('location') ?? '';
  }
}
