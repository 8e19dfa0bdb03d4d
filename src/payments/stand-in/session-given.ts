import type Stripe from 'stripe';
import type { IntentData, SubscriptionData } from './kinds';
import type { LineGiven } from './price';

/** A new session as its table of parameters lets it through. */
export interface SessionGiven {
  readonly mode: string;
  readonly ui_mode?: string;
  readonly line_items?: readonly LineGiven[];
  readonly adaptive_pricing?: { readonly enabled?: boolean };
  readonly allowed_payment_method_types?: string[];
  readonly excluded_payment_method_types?: string[];
  readonly billing_address_collection?: string;
  readonly cancel_url?: string;
  readonly client_reference_id?: string;
  readonly currency?: string;
  readonly custom_text?: Partial<Stripe.Checkout.Session['custom_text']>;
  readonly customer?: string;
  readonly customer_creation?: string;
  readonly customer_email?: string;
  readonly expires_at?: number;
  readonly locale?: string;
  readonly metadata?: Record<string, string>;
  readonly payment_intent_data?: IntentData;
  readonly payment_method_collection?: string;
  readonly phone_number_collection?: { readonly enabled: boolean };
  readonly submit_type?: string;
  readonly subscription_data?: SubscriptionData;
  readonly success_url?: string;
}
