import { l10n, type QuickPickItem, window } from 'vscode';
import type { Form, WrittenForms } from '../../../../server/src/protocol.ts';
import type { CommandHost } from '../commandHost.ts';
import { askAt } from './askAt.ts';
import { placeOf } from './configurationPlace.ts';
import { reasons } from './reasons.ts';

/** A configuration in another form. */
export type Converted = WrittenForms[Form];

/**
 * The configuration at the cursor, or at the place that the argument names, in a form that the user chooses, or that the
 * argument names. Undefined where the user has left, or has been told why nothing comes of it.
 */
export async function convertAt(host: CommandHost, argument: unknown): Promise<Converted | undefined> {
  const place = await placeOf(argument);
  const { answer } = (place && (await askAt(place, (asked) => host.convert(asked)))) ?? {};
  if (answer?.state === 'ready') {
    const form =
      formIn(argument) ?? (await window.showQuickPick(choices, { placeHolder: l10n.t('Write it as what?') }))?.form;
    return form && answer.forms[form];
  }
  if (answer) void window.showInformationMessage(reasons[answer.state]);
  return undefined;
}

interface Choice extends QuickPickItem {
  readonly form: Form;
}

const choices: readonly Choice[] = [
  {
    form: 'aws-cli',
    label: l10n.t('AWS CLI command'),
    detail: l10n.t('aws s3api put-bucket-encryption, quoted for a POSIX shell'),
  },
  { form: 'request-json', label: l10n.t('Request in JSON'), detail: l10n.t('for --cli-input-json and the SDKs') },
  { form: 'request-yaml', label: l10n.t('Request in YAML'), detail: l10n.t('for --cli-input-yaml') },
  { form: 'cloudformation-yaml', label: l10n.t('CloudFormation in YAML') },
  { form: 'cloudformation-json', label: l10n.t('CloudFormation in JSON') },
  { form: 'terraform', label: 'Terraform', detail: 'aws_s3_bucket_server_side_encryption_configuration' },
];

function formIn(argument: unknown): Form | undefined {
  const form = typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'form') : undefined;
  return choices.find((choice) => choice.form === form)?.form;
}
