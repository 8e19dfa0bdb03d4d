import { addWords } from '../../kit/words';
import words from '../../words/courses.json';

addWords(words);
