import { addWords } from '../../kit/words';
import words from '../../words/till.json';
import { StockTakePage } from './stock-take-page';
import './till.css';

addWords(words);

/** A stock-take at another desk: the foundation's treasurer may be the second person. */
export default function StockTakeElsewhere() {
  return <StockTakePage />;
}
