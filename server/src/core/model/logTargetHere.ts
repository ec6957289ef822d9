import type { Evaluator } from '../cloudformation/evaluate.ts';
import { mayBeFilledIn, mayBeSame } from '../cloudformation/outline.ts';
import { areSame, type Hole, sourceOf, type Text } from '../cloudformation/text.ts';
import type { Node } from '../syntax/node.ts';
import { type Destination, type LogTarget, mayRefer } from './destinations.ts';

/** In one world, a bucket that logs may be delivered to, and what its name comes to there. */
export class LogTargetHere {
  readonly target: LogTarget;
  readonly #evaluator: Evaluator;
  readonly #name: Text | undefined;
  readonly #answers = new Map<string, boolean>();
  readonly #filledIn = new Map<string, boolean>();

  /** `bucketName` is what stands for its name, where something does. */
  constructor(target: LogTarget, bucketName: Node | undefined, evaluator: Evaluator) {
    this.target = target;
    this.#evaluator = evaluator;
    this.#name = bucketName && evaluator.settle(evaluator.textOf(bucketName));
  }

  /** False where a destination means another bucket. Of many buckets that log most log to one, so it is worked out once. */
  mayBe(destination: Destination): boolean {
    const answer = this.#answers.get(destination.words) ?? this.#mayBe(destination);
    this.#answers.set(destination.words, answer);
    return answer;
  }

  /** Whether a text means the bucket, by a reference or by its name. */
  is(text: Text): boolean {
    const source = sourceOf(text);
    if (source?.kind === 'resource') return source.name === this.target.logicalId;
    return this.#name !== undefined && areSame(this.#evaluator.settle(text), this.#name);
  }

  #mayBe(destination: Destination): boolean {
    const { node, outline } = destination;
    // What an alias stands for can be more than a destination.
    if (node.kind === 'alias') return true;
    const isLikeName = this.#name !== undefined && mayBeSame(outline, this.#name, (hole) => this.#isFilledIn(hole));
    return (isLikeName || mayRefer(destination, this.target)) && this.is(this.#evaluator.textOf(node));
  }

  /** A pseudo parameter stays what it is where nothing in this world tells its value. */
  #isFilledIn(hole: Hole): boolean {
    const { source, shown } = hole;
    if (source?.kind !== 'parameter') return mayBeFilledIn(hole);
    const answer = this.#filledIn.get(shown) ?? !areSame(this.#evaluator.settle([hole]), [hole]);
    this.#filledIn.set(shown, answer);
    return answer;
  }
}
