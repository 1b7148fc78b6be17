import { type Actor, nameOfActor, shortNameOfActor } from './actor';

const ada: Actor = { __typename: 'Account', id: 'ada', name: 'Ada Lovelace' };
const gateway: Actor = { __typename: 'ApiKey', id: 'key', name: 'Mail gateway' };

test.each([
  ['the viewer', ada, 'ada', 'You', 'You'],
  ['a colleague', ada, 'ben', 'Ada Lovelace', 'Ada'],
  ['a colleague, before it is known who looks', ada, undefined, 'Ada Lovelace', 'Ada'],
  ['a program', gateway, 'ada', 'Mail gateway', 'Mail gateway'],
  ['nobody', null, 'ada', 'Before sign-in', 'Before sign-in'],
])('%s is named', (_case, actor, viewerId, name, shortName) => {
  expect(nameOfActor(actor, viewerId)).toBe(name);
  expect(shortNameOfActor(actor, viewerId)).toBe(shortName);
});
