import fc from 'fast-check';

export type Name = 'A' | 'B' | 'C';
/** What whoever deploys has chosen. */
export type Given = Readonly<Record<Name, string>>;

/** A small expression. `nothing` is AWS::NoValue, and the whole of what it stands in goes with it. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ref'; readonly name: Name }
  | { readonly kind: 'sub'; readonly name: Name; readonly end: string }
  | { readonly kind: 'cell'; readonly name: Name; readonly column: string }
  | { readonly kind: 'if'; readonly test: Test; readonly whenTrue: Expression; readonly whenFalse: Expression };

/** A condition by its name, for these are written out once. */
export interface Test {
  readonly name: string;
  readonly spelt: string;
  readonly holds: (given: Given) => boolean;
}

const values = ['x', 'y', 'z'];
const names = ['A', 'B', 'C'] as const;
const columns = ['one', 'two'];

const equalities: readonly Test[] = names.flatMap((name) =>
  values.map((value) => ({
    name: `${name}${value}`,
    spelt: `!Equals [!Ref ${name}, ${value}]`,
    holds: (given) => given[name] === value,
  })),
);

const pairs = equalities.flatMap((one, index) => equalities.slice(index + 1).map((other) => [one, other] as const));

/** Every condition: equalities, their negations, and what joins two of them. */
export const tests: readonly Test[] = [
  ...equalities,
  ...equalities.map((one) => ({
    name: `Not${one.name}`,
    spelt: `!Not [!Condition ${one.name}]`,
    holds: (given: Given) => !one.holds(given),
  })),
  ...pairs.map(([one, other]) => ({
    name: `${one.name}And${other.name}`,
    spelt: `!And [!Condition ${one.name}, !Condition ${other.name}]`,
    holds: (given: Given) => one.holds(given) && other.holds(given),
  })),
  ...pairs.map(([one, other]) => ({
    name: `${one.name}Or${other.name}`,
    spelt: `!Or [!Condition ${one.name}, !Not [!Condition ${other.name}]]`,
    holds: (given: Given) => one.holds(given) || !other.holds(given),
  })),
  { name: 'Same', spelt: '!Equals [!Ref A, !Ref B]', holds: ({ A, B }) => A === B },
  { name: 'Joined', spelt: '!Equals [!Sub "${A}-${C}", x-y]', holds: ({ A, C }) => A === 'x' && C === 'y' },
];

/** What an expression rests on, to be put into its template. */
export const declarations = `
Parameters:
${names.map((name) => `  ${name}: { AllowedValues: [x, y, z] }`).join('\n')}
Mappings:
  Rows:
${values.map((row) => `    ${row}: { ${columns.map((column) => `${column}: ${row}-${column}`).join(', ')} }`).join('\n')}
Conditions:
${tests.map(({ name, spelt }) => `  ${name}: ${spelt}`).join('\n')}
`;

/** Conditions on composed text, for parameters that can be anything. */
const composed: readonly Test[] = [
  { name: 'Split', spelt: '!Equals [!Sub "${A}-${B}", x-y]', holds: ({ A, B }) => `${A}-${B}` === 'x-y' },
  { name: 'SplitTwice', spelt: '!Equals [!Sub "${A}-${C}", x-y-z]', holds: ({ A, C }) => `${A}-${C}` === 'x-y-z' },
  { name: 'Empty', spelt: '!Equals [!Join ["", [!Ref A, !Ref C]], ""]', holds: ({ A, C }) => A + C === '' },
  { name: 'Twice', spelt: '!Equals [!Sub "${B}${B}", xx]', holds: ({ B }) => B === 'x' },
];

/** As `declarations`, but that the parameters can be anything; one has a Default. */
export const openDeclarations = `
Parameters: { A: { Type: String, Default: x }, B: { Type: String }, C: { Type: String } }
Conditions:
${[...tests, ...composed].map(({ name, spelt }) => `  ${name}: ${spelt}`).join('\n')}
`;

const anyName = fc.constantFrom(...names);
export const { expressions } = fc.letrec<{ expressions: Expression }>((tie) => ({
  expressions: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom('p', 'q') }),
    fc.record({ kind: fc.constant('ref' as const), name: anyName }),
    fc.record({ kind: fc.constant('sub' as const), name: anyName, end: fc.constantFrom('', '-end') }),
    fc.record({ kind: fc.constant('cell' as const), name: anyName, column: fc.constantFrom(...columns) }),
    fc.record({
      kind: fc.constant('if' as const),
      test: fc.constantFrom(...tests),
      whenTrue: tie('expressions'),
      whenFalse: tie('expressions'),
    }),
  ),
}));

/** A text, or one in an arm of conditions on what can be anything. */
export const { arms } = fc.letrec<{ arms: Expression }>((tie) => ({
  arms: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom('p', 'q') }),
    fc.record({
      kind: fc.constant('if' as const),
      test: fc.constantFrom(...tests, ...composed, ...composed, ...composed),
      whenTrue: tie('arms'),
      whenFalse: tie('arms'),
    }),
  ),
}));

/** What can stand for a property: the arms of a Fn::If can also be nothing. */
export const properties: fc.Arbitrary<Expression> = fc.record({
  kind: fc.constant('if' as const),
  test: fc.constantFrom(...tests),
  whenTrue: expressions,
  whenFalse: fc.oneof(expressions, fc.constant({ kind: 'nothing' as const })),
});

/** An expression in YAML. */
export function spelt(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return expression.text;
    case 'nothing':
      return '{ Ref: AWS::NoValue }';
    case 'ref':
      return `{ Ref: ${expression.name} }`;
    case 'sub':
      return `{ Fn::Sub: "\${${expression.name}}${expression.end}" }`;
    case 'cell':
      return `{ Fn::FindInMap: [Rows, { Ref: ${expression.name} }, ${expression.column}] }`;
    case 'if':
      return `{ Fn::If: [${expression.test.name}, ${spelt(expression.whenTrue)}, ${spelt(expression.whenFalse)}] }`;
  }
}

/** What an expression comes to, as CloudFormation works it out. */
export function worthOf(expression: Expression, given: Given): string {
  switch (expression.kind) {
    case 'text':
      return expression.text;
    case 'nothing':
      return 'nothing';
    case 'ref':
      return given[expression.name];
    case 'sub':
      return `${given[expression.name]}${expression.end}`;
    case 'cell':
      return `${given[expression.name]}-${expression.column}`;
    case 'if':
      return worthOf(expression.test.holds(given) ? expression.whenTrue : expression.whenFalse, given);
  }
}

/** Everything that can be chosen. */
export const choices: readonly Given[] = choicesOf(values);

/** Enough of what can be chosen for parameters that can be anything: all that the conditions tell apart. */
export const openChoices: readonly Given[] = choicesOf(['', ...values, 'x-y', 'y-z', 'other', 'another']);

function choicesOf(values: readonly string[]): Given[] {
  return values.flatMap((A) => values.flatMap((B) => values.map((C) => ({ A, B, C }))));
}
