import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's Chromium, which `.ci/run` installs; null if it is not here. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync) ?? null;

/** Nothing that a browser does by itself: no sandbox (CI runs as root), no updates, no calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Another one than people use beside it: /dev/shm is small in containers.
  '--disable-dev-shm-usage',
];

/** Only a guard against what hangs: the machine may have much else to do. */
const LONGEST_MS = 120_000;

/**
 * Starts a browser, with a profile of its own that goes with it.
 * @param more further flags of Chromium
 * @throws Error without Chromium
 */
export async function openBrowser(...more: readonly string[]): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('Chromium is not installed: apt-get install chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more], timeout: LONGEST_MS });
}

/** A window, and what its page complained of. */
export interface Window {
  readonly page: Page;
  /** Errors and warnings on the console, errors that nobody caught, and requests that failed. */
  readonly complaints: readonly string[];
}

/** Opens an address in a window of its own. */
export async function openWindow(browser: Browser, url: string, width = 1280, height = 800): Promise<Window> {
  const page = await browser.newPage({ viewport: { width, height }, timezoneId: 'UTC', locale: 'en-US' });
  page.setDefaultTimeout(LONGEST_MS);
  const complaints: string[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('requestfailed', request => {
    complaints.push(`${request.url().replace(/\?.*/, '')}: ${request.failure()?.errorText}`);
  });
  await page.goto(url);
  return { page, complaints };
}
