/** Becomes the administrator by the link and makes a token, as a person would in a browser. */
export async function tokenByLink(link: string): Promise<string> {
  const form = async (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(new URL(path, link), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { cookie, origin: new URL(link).origin },
    });
  const given = { name: 'Amina', email: 'amina@example.org', password: 'four calm green boats' };
  const entered = await form(link, given);
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const page = await fetch(new URL('/account/tokens', link), { headers: { cookie } });
  const formToken = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const made = await form('/account/tokens', { token: formToken, name: 'test' }, cookie);
  return /concord_[A-Za-z0-9_-]{43}/.exec(await made.text())?.[0] ?? '';
}
