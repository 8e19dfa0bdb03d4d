import Stripe from 'stripe';
import type { DataSource } from 'typeorm';
import { Refusal } from '../kernel/refusal';

/** The processor of payments: the client that speaks to it, and what it must agree with. */
export interface Processor {
  readonly stripe: Stripe;
  /** `local`: our own stand-in on this machine; no money moves. */
  readonly provider: 'stripe' | 'local';
  /** Whether its objects are of real money. */
  readonly livemode: boolean;
  /** What its events are signed with. */
  readonly webhookSecret: string;
  /** Where givers come back to, without a slash at its end. */
  readonly publicUrl: string;
  /** Currencies that givers may give in. */
  readonly currencies: readonly string[];
}

const CONNECTED = new WeakMap<DataSource, Processor>();

/** Lets the commands on a data source take payments. */
export function connectProcessor(source: DataSource, processor: Processor): void {
  CONNECTED.set(source, processor);
}

/** The processor that was connected; where there is none: `PAYMENTS_UNAVAILABLE`. */
export function processorOf(source: DataSource): Processor {
  const processor = connectedProcessor(source);
  if (!processor) throw new Refusal('PAYMENTS_UNAVAILABLE');
  return processor;
}

/** The processor that was connected, or null: gifts are not taken then. */
export function connectedProcessor(source: DataSource): Processor | null {
  return CONNECTED.get(source) ?? null;
}

/** It did not answer, or not sensibly: the same may be asked again later. */
export class ProcessorFailed extends Error {}

/** It understood and said no; asking again changes nothing. */
export class ProcessorRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Asks the processor for one object and looks at what came: its client takes any JSON that has no
 * `error` for the answer, whatever the status said.
 */
export async function ask<Answer extends { object: string; id?: string }>(
  expected: Answer['object'],
  call: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await called(call);
  if (answer.object !== expected || typeof answer.id !== 'string')
    throw new ProcessorFailed(`The processor answered something else than a ${expected}`);
  return answer;
}

const PAGE = 100;

/** What every request for a page of a list says. */
export interface PageAsked {
  readonly limit: number;
  readonly starting_after?: string;
}

/** Asks for all pages of a list, at most so many objects; what is left would be a mistake. */
export async function askAll<Item extends { id: string }>(
  call: (page: PageAsked) => Promise<Stripe.ApiList<Item>>,
  atMost = 10_000,
): Promise<Item[]> {
  const items: Item[] = [];
  for (;;) {
    const last = items.at(-1);
    const asked = { limit: PAGE, ...(last ? { starting_after: last.id } : {}) };
    const page = await called(() => call(asked));
    if (page.object !== 'list' || !Array.isArray(page.data))
      throw new ProcessorFailed('The processor answered something else than a list');
    items.push(...page.data);
    if (!page.has_more || page.data.length === 0) return items;
    if (items.length >= atMost) throw new ProcessorFailed(`A list of over ${atMost} objects`);
  }
}

/** The first object of a list, or null. */
export async function askFirst<Item>(
  call: () => Promise<Stripe.ApiList<Item>>,
): Promise<Item | null> {
  const page = await called(call);
  if (page.object !== 'list' || !Array.isArray(page.data))
    throw new ProcessorFailed('The processor answered something else than a list');
  return page.data[0] ?? null;
}

async function called<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { statusCode = 0, code, message } = error;
    const understood =
      statusCode >= 400 && statusCode < 500 && ![401, 403, 409, 429].includes(statusCode);
    if (understood) throw new ProcessorRefused(code ?? 'refused', message);
    throw new ProcessorFailed(message);
  }
}

/** The id of something that may have been expanded. */
export function idOf(value: string | { readonly id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null);
}
