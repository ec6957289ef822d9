import { parseKnownFiles } from '@smithy/core/config';
import type { ParsedIniData } from '@smithy/types';

/** How a profile comes by its credentials; `none` for one that only holds settings. */
export type ProfileKind = 'sso' | 'role' | 'process' | 'keys' | 'login' | 'none';

/** A profile of the shared files, without its secrets. */
export interface Profile {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly region?: string;
}

/** The profiles of the shared config and credentials files, by name; none where there are no files. */
export async function listProfiles(): Promise<Profile[]> {
  const sections: ParsedIniData = await parseKnownFiles({ ignoreCache: true });
  return Object.entries(sections)
    .filter(([name]) => !/^(?:sso-session|services)\./.test(name))
    .map(([name, settings]) => profile(name, settings))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function profile(name: string, settings: ParsedIniData[string]): Profile {
  const { region } = settings;
  return { name, kind: kindOf(settings), ...(region && { region }) };
}

/** In the order in which the SDK looks. */
function kindOf(settings: ParsedIniData[string]): ProfileKind {
  const has = (...names: string[]) => names.some((name) => settings[name] !== undefined);
  if (has('role_arn', 'credential_source')) return 'role';
  if (has('aws_access_key_id')) return 'keys';
  if (has('credential_process')) return 'process';
  if (has('sso_session', 'sso_start_url', 'sso_account_id')) return 'sso';
  return has('login_session') ? 'login' : 'none';
}
