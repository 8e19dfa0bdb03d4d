/** The words of this API version for the parameters that take one of a few. */

const words = (text: string): readonly string[] => text.split(/\s+/);

export const EXCLUDABLE_METHODS = words(
  `acss_debit affirm afterpay_clearpay alipay alma amazon_pay au_becs_debit bacs_debit bancontact
  billie bizum blik boleto card cashapp crypto customer_balance eps fpx giropay grabpay ideal
  kakao_pay klarna konbini kr_card mb_way mobilepay multibanco naver_pay nz_bank_account oxxo p24
  pay_by_bank payco paynow paypal paypay payto pix promptpay revolut_pay samsung_pay satispay
  scalapay sepa_debit sequra sofort sunbit swish twint upi us_bank_account wechat_pay zip`,
);

export const ALLOWABLE_METHODS = [...EXCLUDABLE_METHODS, 'link'].sort();

export const LOCALES = words(
  `auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb
  nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW`,
);

export const MODES = words('payment setup subscription');
export const UI_MODES = words('elements embedded_page form hosted_page');
export const SUBMIT_TYPES = words('auto book donate pay subscribe');
export const INTERVALS = words('day month week year');
export const TAX_BEHAVIORS = words('exclusive inclusive unspecified');
export const WHEN_NEEDED = words('always if_required');
export const ADDRESS_COLLECTION = words('auto required');
export const SESSION_STATUSES = words('complete expired open');
export const THREE_D_SECURE = words('any automatic challenge');
export const WECHAT_CLIENTS = words('android ios web');
export const REFUND_REASONS = words('duplicate fraudulent requested_by_customer');
export const PAUSES = words('keep_as_draft mark_uncollectible void');
export const PRORATIONS = words('always_invoice create_prorations none');
export const INVOICE_STATUSES = words('draft open paid uncollectible void');
export const INVOICE_PAYMENT_STATUSES = words('canceled open paid');
export const PAYMENT_TYPES = words('payment_intent payment_record');
export const LISTED_SUBSCRIPTIONS = words(
  `active all canceled ended incomplete incomplete_expired past_due paused trialing unpaid`,
);
export const FEEDBACK = words(
  `customer_service low_quality missing_features other switched_service too_complex too_expensive
  unused`,
);
