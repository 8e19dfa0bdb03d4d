import type { Browser } from 'playwright-core';
import { serve, type Served } from '../../src/server/serve';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { describeInChromium, launch } from '../web/support/chromium';

describeInChromium('GraphiQL in a browser', () => {
  let fresh: FreshDatabase;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    fresh = await freshDatabase();
    const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
    served = await serve(settings, fresh.dataSource, () => undefined);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await fresh?.drop();
  });

  test('asks with the given headers, from this server alone and without an error', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.url) && !url.startsWith('data:')) foreign.push(url);
    });

    await page.goto(`${served.url}/graphql`, { waitUntil: 'networkidle' });
    const headers = page.locator('.graphiql-editor-tool .graphiql-editor:visible .CodeMirror');
    await headers.click();
    // The editor closes brackets and quotes by itself.
    await page.keyboard.insertText('{ "authorization": "Bearer nobody" }');
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await page.locator('.graphiql-execute-button').click();
    expect((await asked).headers().authorization).toBe('Bearer nobody');
    await page.locator('.result-window', { hasText: '"Query"' }).waitFor();

    await page.getByLabel('Show Documentation Explorer').click();
    await page.locator('.graphiql-doc-explorer', { hasText: 'Mutation' }).waitFor();
    await page.getByLabel('Open settings dialog').click();
    await page.locator('.graphiql-dialog', { hasText: 'Theme' }).waitFor();
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });
});
