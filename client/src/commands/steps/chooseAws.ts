import { env as environment } from 'node:process';
import { l10n, type QuickPickItem, window } from 'vscode';
import type { Pace } from '../../apply/pace.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Profile } from '../../aws/profiles.ts';
import { loadAws } from '../../loadAws.ts';
import type { CommandHost } from '../commandHost.ts';
import { openAwsAs } from './openAwsAs.ts';

/** As `openAwsAs`, with the profile and the Region that the user is asked for; undefined where he leaves. */
export async function chooseAws(host: CommandHost, pace?: Pace): Promise<Aws | undefined> {
  const aws = await loadAws();
  const profiles = await aws.listProfiles();
  const profile = await pickProfile(profiles);
  if (!profile) return undefined;
  const region = await askRegion(profile.region);
  if (!region) return undefined;
  return openAwsAs(host, profile.name, region, pace);
}

interface ProfileItem extends QuickPickItem {
  readonly name: string | undefined;
  readonly region: string | undefined;
}

async function pickProfile(profiles: readonly Profile[]): Promise<ProfileItem | undefined> {
  const defaultChain: ProfileItem = {
    label: l10n.t('Default credential chain'),
    description: l10n.t('environment, shared files, container or instance'),
    name: undefined,
    region: environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION,
  };
  const items = profiles.map(
    ({ name, kind, region }): ProfileItem => ({
      label: name,
      description: [kind === 'none' ? undefined : kind, region].filter(Boolean).join(', '),
      name,
      region,
    }),
  );
  return window.showQuickPick([...items, defaultChain], {
    placeHolder: l10n.t('With the credentials of which AWS profile?'),
  });
}

function askRegion(usual: string | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    prompt: l10n.t('Region to begin in'),
    placeHolder: 'us-east-1',
    value: usual ?? '',
    validateInput: (text) =>
      /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text) ? undefined : l10n.t('A Region is written like eu-west-1'),
  });
}
