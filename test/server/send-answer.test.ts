import { answerTypeFor, codingFor } from '../../src/server/send-answer';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

test.each([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['text/html, application/json', JSON_TYPE],
  ['application/graphql-response+json, application/json, multipart/mixed', GRAPHQL_TYPE],
  // What has to be weighed, or cannot be given, is for Apollo.
  ['application/json;q=0.5, application/graphql-response+json', null],
  ['text/html', null],
])('who accepts %s is answered in %s', (accept, type) => {
  expect(answerTypeFor(accept)).toBe(type);
});

test.each([
  [undefined, null],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['gzip;q=0.0', null],
  ['identity', null],
])('who takes %s is sent %s', (header, coding) => {
  expect(codingFor(header)).toBe(coding);
});
