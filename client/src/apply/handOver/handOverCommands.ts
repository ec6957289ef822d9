/** What the commands are made for. */
export interface CommandParts {
  /** The runbook's file. */
  readonly file: string;
  /** The name that it is registered under. */
  readonly name: string;
  readonly region: string;
  readonly profile: string | undefined;
}

/**
 * The AWS CLI's commands to register a runbook, to start it on many buckets with rate control, to watch and to stop it, as
 * a Markdown document.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/running-automations-scale.html
 */
export function handOverCommands({ file, name, region, profile }: CommandParts): string {
  const options = `--region ${quoted(region)}${profile === undefined ? '' : ` --profile ${quoted(profile)}`}`;
  return `# ${name}: hand over to Systems Manager

The runbook reads each bucket before it writes, leaves alone what is in step, carries over what your configuration doesn't state
of the algorithm and of the block on SSE-C, and only reports until you set ReportOnly to false. It has been checked here for its
form; only AWS can run it.

## Register it

\`\`\`sh
aws ssm create-document ${options} --name ${name} --document-type Automation --document-format YAML --content file://${quoted(file)}
\`\`\`

## Report first: nothing is changed

\`\`\`sh
${start(name, options, 'true')}
\`\`\`

## Then change, few at a time; it stops with the second error

\`\`\`sh
${start(name, options, 'false')}
\`\`\`

Over accounts and Regions, add to either:

\`\`\`sh
  --target-locations ${quoted(locationsIn(region))}
\`\`\`

${onceStarted(name, options)}`;
}

function onceStarted(name: string, options: string): string {
  return `## Watch it

\`\`\`sh
aws ssm describe-automation-executions ${options} --filters Key=DocumentNamePrefix,Values=${name}
aws ssm get-automation-execution ${options} --automation-execution-id EXECUTION_ID
\`\`\`

## Stop it

\`\`\`sh
aws ssm stop-automation-execution ${options} --automation-execution-id EXECUTION_ID --type Cancel
\`\`\`
`;
}

function start(name: string, options: string, reportOnly: 'true' | 'false'): string {
  return [
    `aws ssm start-automation-execution ${options} --document-name ${name}`,
    `  --parameters "ReportOnly=${reportOnly},AutomationAssumeRole=ROLE_ARN"`,
    "  --target-parameter-name BucketName --targets 'Key=ParameterValues,Values=FIRST_BUCKET,SECOND_BUCKET'",
    '  --max-concurrency 10 --max-errors 1',
  ].join(' \\\n');
}

function locationsIn(region: string): string {
  const role = 'AWS-SystemsManager-AutomationExecutionRole';
  return `Accounts=111122223333,444455556666,Regions=${region},TargetLocationMaxConcurrency=1,ExecutionRoleName=${role}`;
}

/** As a POSIX shell takes it for one word, whatever is in it. */
function quoted(text: string): string {
  return /^[\w@+.%:/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
