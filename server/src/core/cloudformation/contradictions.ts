import { partitionOf } from '../s3/partitions.ts';
import { areEqual } from './conditions.ts';
import type { Evaluation } from './evaluation.ts';
import type { Fact } from './facts.ts';
import type { Scope } from './scope.ts';
import { literal } from './text.ts';
import { has, single } from './valueSet.ts';

/** True where what a world rests on can't be so at once: a composed text is known by what was decided after it. */
export function isContradictory(evaluation: Evaluation): boolean {
  const { scope } = evaluation;
  const composed = [...scope.facts.values()].filter(({ texts }) => texts !== undefined);
  return isOutsideItsPartition(scope) || scope.peek(() => composed.some((fact) => isOtherwise(fact, evaluation)));
}

/** A comparison says whether its two texts are equal; any other fact, what its text is. */
function isOtherwise({ texts, values }: Fact, evaluation: Evaluation): boolean {
  const value = single(values);
  const [text, other] = texts ?? [];
  if (!text || value === undefined) return false;
  const isSo = areEqual(text, other ?? literal(value), evaluation);
  return isSo === (other !== undefined && value === 'false');
}

/** A Region belongs to one partition. */
function isOutsideItsPartition(scope: Scope): boolean {
  const region = single(scope.known('parameter', 'AWS::Region'));
  const partition = region === undefined ? undefined : partitionOf(region);
  return partition !== undefined && !has(scope.known('parameter', 'AWS::Partition'), partition);
}
