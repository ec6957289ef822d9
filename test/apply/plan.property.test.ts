import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describePlan } from '../../client/src/apply/plan/document.ts';
import { planChange } from '../../client/src/apply/plan/plan.ts';
import type { BucketEncryption, PresentEncryption } from '../../client/src/aws/encryption.ts';
import { kmsKey, targetOf } from './fakes.ts';

const text = fc.oneof(fc.constantFrom('', 'AES256', 'aws:kms', 'aws:kms:dsse', kmsKey, 'SHA256', 'MD5'), fc.string());
const blocked = fc.array(fc.oneof(fc.constantFrom('SSE-C', 'NONE'), fc.string()), { maxLength: 3 });
const configuration = fc.record(
  { sseAlgorithm: text, kmsMasterKeyId: text, bucketKeyEnabled: fc.boolean(), blockedEncryptionTypes: blocked },
  { requiredKeys: [] },
) as fc.Arbitrary<BucketEncryption>;
const present = fc.oneof(fc.constant('none' as const), configuration) as fc.Arbitrary<PresentEncryption>;
const beside = fc.record(
  { expectedBucketOwner: text, contentMD5: text, checksumAlgorithm: text },
  { requiredKeys: [] },
);
const target = fc.constantFrom(targetOf(), targetOf('base--euc1-az1--x-s3'));
const parts = fc.record({ desired: fc.record({ configuration, request: beside }), before: present, target });

function planned({ desired, before, target }: typeof parts extends fc.Arbitrary<infer T> ? T : never) {
  return planChange({ desired, target, present: before, isElsewhere: false });
}

it('never loses a block that was there, unless the document states another', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const answer = planned(given);
      if (!answer.ok || given.target.bucket.type === 'directory' || given.before === 'none') return;
      const stated = given.desired.configuration.blockedEncryptionTypes;
      const due = stated?.length ? stated : given.before.blockedEncryptionTypes;
      expect(answer.plan.request.configuration.blockedEncryptionTypes ?? []).toEqual(due ?? []);
    }),
    { numRuns: 2000 },
  );
});

it('sends what the document states, or tells that it does not', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const answer = planned(given);
      if (!answer.ok) return;
      const { request, dropped } = answer.plan;
      const sent = { ...request.configuration, ...request };
      const stated = Object.entries({ ...given.desired.configuration, ...given.desired.request });
      const missing = stated.filter(([member, value]) => sent[member as keyof typeof sent] !== value);
      expect(missing.map(([, value]) => String(value)).sort()).toEqual(dropped.map(({ value }) => value).sort());
    }),
    { numRuns: 2000 },
  );
});

it('always states an algorithm, never a member without a value, and nothing that a directory bucket refuses', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const answer = planned(given);
      if (!answer.ok) return;
      const { request } = answer.plan;
      expect(typeof request.configuration.sseAlgorithm).toBe('string');
      expect(Object.values({ ...request, ...request.configuration })).not.toContain(undefined);
      if (given.target.bucket.type === 'general-purpose') expect(request.expectedBucketOwner).toBeDefined();
      else expect(Object.keys(request)).not.toContain('expectedBucketOwner');
    }),
    { numRuns: 2000 },
  );
});

it('is the same plan each time, and planning its outcome again changes nothing', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const answer = planned(given);
      expect(planned(given)).toEqual(answer);
      if (!answer.ok) return;
      const again = planned({ ...given, before: answer.plan.request.configuration });
      expect(again.ok && again.plan.isNoChange).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('shows every value that is sent', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const answer = planned(given);
      if (!answer.ok) return;
      const { willBe } = describePlan(answer.plan);
      const { bucket, configuration, ...headers } = answer.plan.request;
      for (const value of [bucket, Object.values(headers), Object.values(configuration)].flat(2)) {
        const spelt = String(value);
        expect(willBe.includes(spelt) || willBe.includes(JSON.stringify(spelt))).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
