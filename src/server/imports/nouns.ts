import { lots } from './lots';
import type { Noun } from './noun';
import { products } from './products';
import { residents } from './residents';
import { services } from './service-records';

/** What is taken in from spreadsheets, by the name in the address. */
export const NOUNS: Readonly<Record<string, Noun>> = { products, lots, residents, services };
