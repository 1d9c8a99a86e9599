/** The addresses of the pages that tests open, those of the host beside those of its practices. */

/** What the host shows beside the pages of its practices. */
export const HOST_ADDRESSES: readonly string[] = [
  '/sign-in',
  '/api',
  '/mcp',
  '/export',
  '/api/docs/questions/agreements.status',
  '/api/docs/acts/agreements.sign',
  '/shortcuts',
];

/** Where nothing is; pages that say so are looked at like all others. */
export const WRONG_ADDRESSES: readonly string[] = [
  '/agreements/there-is-none',
  '/nowhere',
  '/?asOf=31.2.',
];

/** An agreement with its text in two languages and an amendment, and one being negotiated. */
export const TEXT_ADDRESSES: readonly string[] = [
  '/agreements/common-river/text',
  '/agreements/common-river/text?language=en&beside=ar',
  '/agreements/common-river?asOf=1990-01-01&compare=2026-11-22',
  '/agreements/common-river/text/compare?language=en',
  '/agreements/common-lake',
];

/** What is there for whoever is signed in. */
export const SIGNED_IN_ADDRESSES: readonly string[] = [
  '/agreements/common-lake/text/new',
  '/account',
  '/account/webhooks',
  '/acts/new',
  '/acts/new?type=agreements.deposit',
  '/admin',
  '/admin/offices',
  '/admin/people',
  '/admin/nodes',
  '/admin/webhooks',
  '/acts/new?type=notices.issue',
  '/notices/outbreak-alerts/alert-file',
  '/desk/releases',
  '/meetings/table-text',
  '/meetings/texts/draft-declaration',
];

/** The same page in one language, whatever the browser asks for. */
export const inLanguage = (address: string, lang: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
