import type { Letter, Locale } from './letter';
import { donationFailed } from './templates/donation-failed';
import { donationReceived } from './templates/donation-received';
import type { Template } from './templates/frame';
import { pledgeCancelled } from './templates/pledge-cancelled';
import { pledgeCycle } from './templates/pledge-cycle';
import { pledgePaymentFailed } from './templates/pledge-payment-failed';
import { pledgeReminder } from './templates/pledge-reminder';
import { pledgeStarted } from './templates/pledge-started';
import { refundMade } from './templates/refund-made';

/** Every letter there is. */
export const TEMPLATES = {
  donationReceived,
  donationFailed,
  refundMade,
  pledgeStarted,
  pledgeCycle,
  pledgeReminder,
  pledgePaymentFailed,
  pledgeCancelled,
};

export type TemplateName = keyof typeof TEMPLATES;
export type FactsOf<Name extends TemplateName> = (typeof TEMPLATES)[Name]['example'];

/** The letter for a stored mail; a template that is no longer there is an error. */
export function letterOf(mail: { template: string; locale: Locale; facts: unknown }): Letter {
  const { template, locale, facts } = mail;
  if (!Object.hasOwn(TEMPLATES, template)) throw new Error(`No letter is called ${template}`);
  const found = TEMPLATES[template as TemplateName] as unknown as Template<unknown>;
  return found[locale](facts);
}
