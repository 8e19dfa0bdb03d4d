import { addWords } from '../../kit/words';
import words from '../../words/projects.json';

addWords(words);
