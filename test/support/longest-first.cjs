const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes a minute or more, longest first: begun last, it would run on by itself. */
const LONGEST = [
  'donations/lives/lives.test',
  'donations/lives/lives-more.test',
  'supermarkets/all',
  'ballots/all',
  'donations/all',
  'web/store.test',
  'web/cadre-pages.test',
  'web/till-device.test',
  'architecture/all',
  'web/till-offline.test',
  'server/all',
  'stories/bad-input.test',
];

const turnOf = ({ path }) => {
  const turn = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.ts`));
  return turn < 0 ? LONGEST.length : turn;
};

/** Two workers end at much the same time, also where nothing is known of an earlier run. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => turnOf(one) - turnOf(other));
  }
};
