import { addWords } from '../../kit/words';
import credits from '../../../src/words/credits.json';
import disclosure from '../../../src/words/disclosure.json';
import spreadsheets from '../../../src/words/spreadsheets.json';
import supermarkets from '../../../src/words/supermarkets.json';
import book from '../../words/book.json';

/** The words of the open book; those of its enums are the API's own. */
export function addBookWords(): void {
  for (const words of [credits, disclosure, spreadsheets, supermarkets, book]) addWords(words);
}
