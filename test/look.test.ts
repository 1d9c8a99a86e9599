import { expect, it } from 'vitest';
import { launchBrowser } from './browser/chromium.ts';
import { startSmallNode } from './browser/small-node.ts';

it('looks', { timeout: 300_000 }, async () => {
  const node = await startSmallNode();
  const browser = await launchBrowser();
  const of = '/meetings/sessions/first-session/decisions';
  const all = {
    list: of,
    open: `${of}/draft-declaration`,
    closed: `${of}/closure-of-debate`,
    silence: `${of}/budget-by-silence`,
    broken: `${of}/work-plan-by-silence`,
    certificate: `${of}/work-plan-by-silence/certificate`,
    weights: '/meetings/sessions/bureau-meeting/decisions/host-city',
  };
  const modes = (process.env['LOOK'] ?? 'wide').split(',');
  for (const mode of modes) {
    const context = await browser.newContext({
      viewport: { width: mode === 'phone' ? 360 : 1280, height: 900 },
      colorScheme: mode === 'dark' ? 'dark' : 'light',
      ...(mode === 'arabic' ? { locale: 'ar' } : {}),
    });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(all)) {
      const response = await page.goto(node.address + path);
      expect([name, response?.status()]).toEqual([name, 200]);
      await page.screenshot({ path: `/tmp/t5/look-${name}-${mode}.png`, fullPage: true });
    }
    await context.close();
  }
  await browser.close();
  await node.stop();
});
