import assert from 'node:assert/strict';

/** Long enough for a machine that has other things to do; nothing waits longer than it needs. */
const waitMs = 20_000;

/**
 * Drives the workbench as a user does: by keys, mouse and what is on the screen. Its selectors belong to the version
 * that is pinned in ../host/versions.json.
 */
export class Workbench {
  #page;

  /**
   * @param {import('playwright-core').Page} page
   * @param {import('../host/sandbox.mjs').RunningSandbox} [sandbox] the S3 that the extension reaches
   * @param {{ files: () => string[], leave: (name: string, text: string) => void }} [journal] what it writes of changes
   * @param {ReturnType<import('../host/languageServer.mjs').languageServerOf>} [languageServer] its process
   */
  constructor(page, sandbox, journal, languageServer) {
    this.#page = page;
    this.sandbox = sandbox;
    this.journal = journal;
    this.languageServer = languageServer;
    page.setDefaultTimeout(waitMs);
  }

  /** Opens a page and waits until the workbench is there. */
  async goTo(url) {
    await this.#page.goto(url);
    await this.#page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Opens a file of the workspace by its name. */
  async open(name) {
    await this.press('Control+P');
    await this.#pick(name, name);
    await this.#untilEditing(name);
  }

  /** True where the explorer shows a file. */
  async isInExplorer(name) {
    return (await this.#inExplorer(name).count()) > 0;
  }

  /** Opens a file from the explorer: the box that finds files by name learns of a new one later. */
  async openFromExplorer(name) {
    await this.#inExplorer(name).dblclick();
    await this.#untilEditing(name);
  }

  /**
   * Runs a command of the palette by its full title. A page that just opened may take the palette's focus, and one whose
   * extensions are only waking up lacks their commands for as long as it is open: then again.
   */
  async runCommand(title) {
    await this.until(async () => {
      await this.press('Escape', 'F1');
      await this.#pick(`>${title}`, title, { timeout: 2_000 });
    });
  }

  /** Whether the palette has a command of exactly this title. */
  async offers(title) {
    await this.press('Escape', 'F1');
    await this.#page.locator('.quick-input-widget input[type=text]').fill(`>${title}`);
    const row = (how) => this.#page.locator('.quick-input-list .monaco-list-row', how);
    const itself = this.#page.locator(`.quick-input-list .monaco-list-row[aria-label^="${title}"]`);
    const others = row({ hasText: 'similar commands' }).or(row({ hasText: 'No matching commands' }));
    await itself.or(others).first().waitFor();
    const isThere = (await itself.count()) > 0;
    await this.press('Escape');
    return isThere;
  }

  async press(...keys) {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Selects the next place of the active editor that holds `text`, and brings it into view. */
  async select(text) {
    await this.press('Control+F');
    const find = this.#page.locator('.find-widget.visible .find-part textarea').first();
    await find.fill(text);
    await this.#page.locator('.find-widget.visible .matchesCount', { hasText: /of [1-9]/ }).waitFor();
    await this.press('Enter', 'Escape');
  }

  /** Types, as over a selection, and waves away what the editor suggests. */
  async type(text) {
    await this.#page.keyboard.type(text, { delay: 20 });
    await this.press('Escape');
  }

  /** Puts a text in as it is: nothing closes brackets or indents lines. */
  async paste(text) {
    await this.#page.keyboard.insertText(text);
  }

  /** Waits until the box at the top asks for this: it is the same box for every question. */
  async untilAsked(question) {
    const input = this.#page.locator(`.quick-input-widget:visible input[placeholder^="${question}"]`);
    await input.waitFor();
    return input;
  }

  /** Takes the row of the box at the top whose label begins so; icons don't count. */
  async pickRow(label) {
    const text = label.replace(/\$\([\w-]+\) /, '');
    const row = this.#page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row.waitFor();
    // Where the pointer rested, a description pops up and covers the row.
    await this.#page.mouse.move(5, 5);
    await row.click();
  }

  /** Accepts what a box at the top holds, once it holds it. */
  async acceptInput(text) {
    const input = this.#page.locator('.quick-input-widget:visible input[type=text]');
    await this.until(async () => assert.equal(await input.inputValue(), text));
    await this.press('Enter');
  }

  /** Answers a question that stands over everything. */
  async answerDialog(answer) {
    const dialog = this.#page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await dialog.locator('.monaco-button', { hasText: answer }).first().click();
  }

  /** Waits until a notification holds a text. */
  async notification(text) {
    await this.#page.locator('.notification-list-item-message', { hasText: text }).first().waitFor();
  }

  /** Waits until no notification holds a text any more. */
  async untilQuiet(text) {
    const notification = this.#page.locator('.notification-list-item-message', { hasText: text });
    await this.until(async () => assert.equal(await notification.count(), 0, text));
  }

  /** Clicks a button of the notification that holds a text. */
  async answerNotification(text, button) {
    const notification = this.#page.locator('.notification-list-item', { hasText: text }).first();
    await notification.locator('.monaco-button', { hasText: button }).click();
  }

  /**
   * Opens the context menu on a text of the active editor, and waits until it has this action: a menu that is open takes no notice of
   * an extension that is only waking up. A cursor may stand on the text by then.
   */
  async openContextMenu(text, action) {
    const place = this.#page.locator('.editor-instance .view-line span span', { hasText: text }).last();
    const menu = this.#page.locator('.context-view .monaco-menu');
    await this.until(async () => {
      await this.press('Escape');
      await place.click({ button: 'right', force: true });
      await menu.locator('.action-label', { hasText: action }).waitFor({ timeout: 2_000 });
    });
    return menu;
  }

  /** Opens a menu of actions at the cursor, by its keys, and waits until it has this one: the server may be at work. */
  async openActions(keys, action) {
    const menu = this.#page.locator('.action-widget:not(.action-list-submenu-panel)');
    await this.until(async () => {
      await this.press('Escape', keys);
      await menu.locator('.monaco-list-row', { hasText: action }).first().waitFor({ timeout: 2_000 });
    });
    return menu;
  }

  /** Takes an action of the open menu. */
  async takeAction(action) {
    await this.#page.locator('.action-widget .monaco-list-row', { hasText: action }).first().click();
  }

  /** Waits until a line in view, and not more than one, reads so. */
  async untilLine(text) {
    await this.until(async () => assert.equal(await this.#lines(text).count(), 1, `lines with ${text}`));
  }

  /** Waits until no line in view reads so. */
  async untilNoLine(text) {
    await this.until(async () => assert.equal(await this.#lines(text).count(), 0, `lines with ${text}`));
  }

  /** Waits until the box at the top is gone. */
  async untilNothingAsked() {
    await this.#page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' });
  }

  /** Waits until two texts stand side by side. */
  async untilDiff() {
    await this.#page.locator('.monaco-diff-editor .view-line').first().waitFor();
  }

  /** Waits until the preview of a Markdown document shows a text. Several can be open, and one that loads has two frames. */
  async untilPreview(text) {
    const shows = (frame) => frame.locator('body', { hasText: text }).isVisible();
    await this.until(async () => {
      const shown = await Promise.all(
        this.#page
          .frames()
          .slice(1)
          .map((frame) => shows(frame).catch(() => false)),
      );
      assert.ok(shown.includes(true), `no preview shows '${text}'`);
    });
  }

  /** Opens the settings editor on what a search finds. */
  async searchSettings(text) {
    await this.runCommand('Preferences: Open Settings (UI)');
    await this.#page.locator('.settings-editor .setting-item-label').first().waitFor();
    await this.press('Control+A');
    await this.#page.keyboard.insertText(text);
  }

  /** The squiggles of a severity that are in view: `error`, `warning`, `info` or `hint`. */
  squiggles(severity) {
    return this.#page.locator(`.editor-instance .monaco-editor .squiggly-${severity}`);
  }

  /** Waits until there are as many squiggles in view. */
  async untilSquiggles(severity, count) {
    await this.until(async () => assert.equal(await this.squiggles(severity).count(), count, `${severity} squiggles`));
  }

  /** Points at a text of the active editor and waits for what pops up. */
  async hover(text) {
    const place = this.#page.locator('.editor-instance .view-line span span', { hasText: text }).last();
    const popup = this.#page.locator('.monaco-hover:visible .hover-row', { hasText: 's3-encryption' }).first();
    await this.pointAt(place, popup);
    return popup;
  }

  /**
   * Points at a place until something pops up. An editor that draws anew under a pointer that rests shows nothing, and the
   * pointer may land beside a line that moves: then again, from elsewhere.
   */
  async pointAt(place, popup) {
    await this.until(async () => {
      await this.#page.mouse.move(5, 5);
      await place.hover({ timeout: 2_000 });
      await popup.waitFor({ timeout: 3_000 });
    });
  }

  async showProblems() {
    await this.runCommand('View: Focus Problems (Errors, Warnings, Infos)');
    await this.#page.locator('.markers-panel').waitFor();
  }

  /** The rows of the Problems panel that hold a text. */
  problems(text) {
    return this.#page.locator('.markers-panel .monaco-list-row', { hasText: text });
  }

  /** The tab that is in front. */
  tab(name) {
    return this.#page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  /** Whatever the workbench told in a corner of the window. */
  async notifications() {
    return this.#page.locator('.notification-list-item-message').allInnerTexts();
  }

  locator(selector, options) {
    return this.#page.locator(selector, options);
  }

  /** Writes a setting into the user's settings.json, as its first. */
  async addSetting(name, value) {
    await this.runCommand('Preferences: Open User Settings (JSON)');
    await this.#untilEditing('settings.json');
    await this.press('Control+Home', 'ArrowRight');
    await this.#page.keyboard.insertText(`\n  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
    const settings = (state) => this.#page.locator(`.tab.active${state}[data-resource-name="settings.json"]`);
    await settings('.dirty').waitFor();
    await this.press('Control+S');
    await settings(':not(.dirty)').waitFor();
    await this.runCommand('View: Close Editor');
  }

  /** Waits until an assertion holds, for so many milliseconds at most; fails as it last failed. */
  async until(assertion, limitMs = waitMs) {
    const deadline = Date.now() + limitMs;
    for (;;) {
      try {
        return await assertion();
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      await this.#page.waitForTimeout(50);
    }
  }

  /** Takes a picture, once badges and colours in lists have followed: they come late on purpose. */
  async screenshot(file) {
    await this.#page.waitForTimeout(400);
    await this.#page.screenshot({ path: file });
  }

  /** Puts things back for the next scenario. */
  async tidy() {
    this.sandbox?.faults.clear();
    await this.press('Escape', 'Escape');
    const tabs = this.#page.locator('.editor-group-container .tab');
    await this.until(async () => {
      if ((await tabs.count()) > 0) await this.runCommand('View: Revert and Close Editor');
      assert.equal(await tabs.count(), 0, 'editors that do not close');
    });
    await this.runCommand('Notifications: Clear All Notifications').catch(() => {});
  }

  /** Waits until what is typed goes into this file; its tab shows earlier. */
  async #untilEditing(name) {
    await this.tab(name).waitFor();
    await this.#page
      .locator(`.editor-instance .monaco-editor.focused[data-uri$="/${name}"] .view-line`)
      .first()
      .waitFor();
  }

  #inExplorer(name) {
    return this.#page.locator('.explorer-folders-view .monaco-list-row', {
      has: this.#page.getByText(name, { exact: true }),
    });
  }

  /** The editor shows spaces as others. */
  #lines(text) {
    const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s');
    return this.#page.locator('.editor-instance .view-line', { hasText: new RegExp(pattern) });
  }

  /** Types into the box at the top and takes the row of exactly that label: the first row may be another. */
  async #pick(text, label, options = {}) {
    await this.#page.locator('.quick-input-widget input[type=text]').fill(text, options);
    const row = (label) => `.quick-input-list .monaco-list-row[aria-label${label}]`;
    await this.#page
      .locator(`${row(`="${label}"`)}, ${row(`^="${label},"`)}`)
      .first()
      .click(options);
  }
}
