import { addWords } from '../../kit/words';
import disclosure from '../../../src/words/disclosure.json';
import reports from '../../../src/words/reports.json';
import book from '../../words/book.json';

/** The words of the open book; those of its enums are the API's own. */
export function addBookWords(): void {
  for (const words of [disclosure, reports, book]) addWords(words);
}
