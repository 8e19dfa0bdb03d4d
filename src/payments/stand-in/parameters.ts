import {
  ADDRESS_COLLECTION,
  ALLOWABLE_METHODS,
  EXCLUDABLE_METHODS,
  FEEDBACK,
  INTERVALS,
  INVOICE_PAYMENT_STATUSES,
  INVOICE_STATUSES,
  LISTED_SUBSCRIPTIONS,
  LOCALES,
  MODES,
  PAUSES,
  PAYMENT_TYPES,
  PRORATIONS,
  REFUND_REASONS,
  SESSION_STATUSES,
  SUBMIT_TYPES,
  TAX_BEHAVIORS,
  THREE_D_SECURE,
  UI_MODES,
  WECHAT_CLIENTS,
  WHEN_NEEDED,
} from './enums';
import {
  choice,
  currency,
  email,
  emptyable,
  type Fields,
  fields,
  flag,
  integer,
  list,
  metadata,
  needed,
  range,
  text,
  url,
} from './shape';

/** What every request may hold. */
export const ANY: Fields = { expand: list(text(500), 20) };

const PAGE: Fields = {
  ...ANY,
  limit: integer(1, 100),
  starting_after: text(),
  ending_before: text(),
};
const DATED: Fields = { ...PAGE, created: range };

const PRICE_DATA: Fields = {
  currency: needed(currency),
  product: text(),
  product_data: fields({
    name: needed(text(250)),
    description: text(),
    images: list(url, 8),
    metadata,
    unit_label: text(12),
  }),
  recurring: fields({ interval: needed(choice(INTERVALS)), interval_count: integer(1, 36) }),
  tax_behavior: choice(TAX_BEHAVIORS),
  unit_amount: integer(0),
};

const LINE_ITEM: Fields = {
  price: text(),
  price_data: fields(PRICE_DATA),
  quantity: integer(1, 999_999),
  metadata,
};

const MESSAGE = emptyable(fields({ message: needed(text(1200)) }));

export const CREATE_SESSION: Fields = {
  ...ANY,
  adaptive_pricing: fields({ enabled: flag }),
  allowed_payment_method_types: list(choice(ALLOWABLE_METHODS)),
  excluded_payment_method_types: list(choice(EXCLUDABLE_METHODS)),
  billing_address_collection: choice(ADDRESS_COLLECTION),
  cancel_url: url,
  client_reference_id: text(200),
  currency,
  custom_text: fields({
    after_submit: MESSAGE,
    shipping_address: MESSAGE,
    submit: MESSAGE,
    terms_of_service_acceptance: MESSAGE,
  }),
  customer: text(),
  customer_creation: choice(WHEN_NEEDED),
  customer_email: email,
  expires_at: integer(),
  line_items: list(fields(LINE_ITEM)),
  locale: choice(LOCALES),
  metadata,
  mode: needed(choice(MODES)),
  payment_intent_data: fields({
    description: text(1000),
    metadata,
    receipt_email: email,
    statement_descriptor: text(22),
    statement_descriptor_suffix: text(22),
  }),
  payment_method_collection: choice(WHEN_NEEDED),
  payment_method_options: fields({
    alipay: fields({}),
    card: fields({ request_three_d_secure: choice(THREE_D_SECURE) }),
    wechat_pay: fields({ app_id: text(), client: needed(choice(WECHAT_CLIENTS)) }),
  }),
  phone_number_collection: fields({ enabled: needed(flag) }),
  submit_type: choice(SUBMIT_TYPES),
  subscription_data: fields({ description: text(500), metadata }),
  success_url: url,
  ui_mode: choice(UI_MODES),
};

export const LIST_SESSIONS: Fields = {
  ...DATED,
  customer: text(),
  payment_intent: text(),
  status: choice(SESSION_STATUSES),
  subscription: text(),
};

export const CREATE_REFUND: Fields = {
  ...ANY,
  amount: integer(1),
  charge: text(),
  payment_intent: text(),
  metadata: emptyable(metadata),
  reason: choice(REFUND_REASONS),
};

export const LIST_CHARGES: Fields = { ...DATED, customer: text(), payment_intent: text() };
export const LIST_OF_CHARGE: Fields = { ...DATED, charge: text(), payment_intent: text() };

export const LIST_TRANSACTIONS: Fields = {
  ...DATED,
  currency,
  payout: text(),
  source: text(),
  type: text(),
};

export const LIST_PAYOUTS: Fields = { ...DATED, arrival_date: range, status: text() };

const CANCELLATION = fields({
  comment: emptyable(text()),
  feedback: emptyable(choice(FEEDBACK)),
});

export const UPDATE_SUBSCRIPTION: Fields = {
  ...ANY,
  cancel_at_period_end: flag,
  cancellation_details: CANCELLATION,
  description: emptyable(text(500)),
  metadata: emptyable(metadata),
  pause_collection: emptyable(fields({ behavior: needed(choice(PAUSES)), resumes_at: integer() })),
  proration_behavior: choice(PRORATIONS),
};

export const CANCEL_SUBSCRIPTION: Fields = {
  ...ANY,
  cancellation_details: CANCELLATION,
  invoice_now: flag,
  prorate: flag,
};

export const LIST_SUBSCRIPTIONS: Fields = {
  ...DATED,
  customer: text(),
  status: choice(LISTED_SUBSCRIPTIONS),
};

export const LIST_INVOICES: Fields = {
  ...DATED,
  customer: text(),
  status: choice(INVOICE_STATUSES),
  subscription: text(),
};

export const LIST_INVOICE_PAYMENTS: Fields = {
  ...DATED,
  invoice: text(),
  status: choice(INVOICE_PAYMENT_STATUSES),
  payment: fields({
    type: needed(choice(PAYMENT_TYPES)),
    payment_intent: text(),
    payment_record: text(),
  }),
};

export const LIST_EVENTS: Fields = {
  ...DATED,
  delivery_success: flag,
  type: text(),
  types: list(text(), 20),
};
