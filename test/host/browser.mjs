import { chromium } from 'playwright-core';
import { isExecutable, onPath } from './processes.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const flags = [
  // The page is our own, on the loopback; the sandbox is refused to root and in most containers.
  '--no-sandbox',
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
];

/** What to tell someone without a browser. */
export const browserAdvice =
  'install Chromium (Debian, Ubuntu: `apt-get install chromium`) or Google Chrome, or set CHROMIUM to its program';

/** The program of a Chromium or Chrome: CHROMIUM, or the first on the PATH; undefined where there is none. */
export function findChromium() {
  const chosen = process.env.CHROMIUM;
  return chosen ? [chosen].find(isExecutable) : onPath(...names);
}

/**
 * Opens a browser without a window, with a profile of its own in the run's folder.
 * @param {import('./codeServer.mjs').CodeServer['home']} home
 * @returns {Promise<import('playwright-core').BrowserContext>}
 * @throws where there is no browser
 */
export async function openBrowser(home) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`There is no browser: ${browserAdvice}.`);
  return chromium.launchPersistentContext(home.at('browser'), {
    executablePath,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: flags,
    env: home.environment(),
    // Whoever started the browser's workbench ends both, in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
