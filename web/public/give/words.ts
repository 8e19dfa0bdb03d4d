import { addWords } from '../../kit/words';
import words from '../../words/give.json';

addWords(words);
