import { expect, it } from 'vitest';
import { RestartPolicy } from '../../../client/src/restartPolicy.ts';

const minute = 60_000;

it('a server that ends now and then is started again each time', () => {
  const policy = new RestartPolicy();
  for (let end = 0; end < 20; end++) expect(policy.mayRestart(end * 2 * minute)).toBe(true);
});

it('one that keeps ending is left alone with the fifth end within three minutes', () => {
  const policy = new RestartPolicy();
  const ends = [0, 1_000, 2_000, 3_000, 4_000].map((end) => policy.mayRestart(end));
  expect(ends).toEqual([true, true, true, true, false]);
  expect(policy.count(4_000)).toBe(5);
});

it('what lies further back is forgotten', () => {
  const policy = new RestartPolicy();
  for (const end of [0, 1_000, 2_000, 3_000]) policy.mayRestart(end);
  expect(policy.mayRestart(4 * minute)).toBe(true);
  expect(policy.count(4 * minute)).toBe(1);
});
