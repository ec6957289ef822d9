import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What keeps a workbench quiet: no welcome, no network, no questions. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'json.schemaDownload.enable': false,
  'git.enabled': false,
  // What is judged is what a test opens.
  's3Encryption.workspaceDiagnosis': 'off',
  'files.autoSave': 'off',
  'window.restoreWindows': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.useModal': 'off',
  'editor.minimap.enabled': false,
};

/** Variables of an editor or a shell around this one that would leak into the run. */
const unwanted = ['VSCODE_IPC_HOOK_CLI', 'PASSWORD', 'HASHED_PASSWORD', 'PORT', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'];

/**
 * A throw-away home for one run of an editor: nothing is read from the user's own, nothing is left behind.
 * @param {Record<string, unknown>} userSettings on top of the quiet ones
 */
export function makeRunFolder(userSettings = {}) {
  // Short, as socket paths beneath it may have no more than 107 characters.
  const base = mkdtempSync(path.join(tmpdir(), 's3e-'));
  const at = (...parts) => path.join(base, ...parts);
  for (const folder of ['home', 'run', 'tmp', 'data/User', 'extensions', 'workspace', 'browser']) {
    mkdirSync(at(folder), { recursive: true });
  }
  writeFileSync(at('data/User/settings.json'), JSON.stringify({ ...quietSettings, ...userSettings }, undefined, 2));
  return {
    /** An absolute path within the folder. */
    at,
    /** The environment for whatever runs in it. */
    environment: (more = {}) => environmentIn(at, more),
    remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

function environmentIn(at, more) {
  const kept = Object.entries(process.env).filter(([name]) => !unwanted.includes(name) && !name.startsWith('npm_'));
  return {
    ...Object.fromEntries(kept),
    HOME: at('home'),
    XDG_CONFIG_HOME: at('home/.config'),
    XDG_DATA_HOME: at('home/.local/share'),
    XDG_CACHE_HOME: at('home/.cache'),
    XDG_STATE_HOME: at('home/.local/state'),
    XDG_RUNTIME_DIR: at('run'),
    TMPDIR: at('tmp'),
    // Where a suite looks for what the extension has left.
    S3E_DATA: at('data'),
    // An empty address: the workbench asks no marketplace.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...more,
  };
}
