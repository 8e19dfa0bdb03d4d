import { all } from '../support/all';

all(__dirname);
