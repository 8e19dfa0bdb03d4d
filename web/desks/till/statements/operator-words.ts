import {
  CHOICE_OperatorDisputeState_INSISTED,
  CHOICE_OperatorDisputeState_KEPT,
  CHOICE_OperatorDisputeState_RAISED,
  CHOICE_OperatorDisputeState_REDUCED,
} from '../../../../src/words/spreadsheets.json';
import { addWords } from '../../../kit/words';
import words from '../../../words/operator.json';

addWords(words);
addWords({
  ...{ CHOICE_OperatorDisputeState_RAISED, CHOICE_OperatorDisputeState_INSISTED },
  ...{ CHOICE_OperatorDisputeState_REDUCED, CHOICE_OperatorDisputeState_KEPT },
});
