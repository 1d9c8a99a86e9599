/** The texts of the whole house by language: components, host, and the practices' pages. */
import { type Locale, locales } from '../ui/text/locale.ts';
import { type Catalogue, type Text, createText } from '../ui/text/text.ts';
import { uiText } from '../ui/text/ui-text.ts';
import { adminText } from './admin/text/admin-text.ts';
import { destinationsText } from './destinations/text/destinations-text.ts';
import { compareText } from './compare/text/compare-text.ts';
import { docsText } from './api/docs/text/docs-text.ts';
import { bulkText } from './bulk/text/bulk-text.ts';
import { feedsText } from './feeds/text/feeds-text.ts';
import { federationText } from './federation/text/federation-text.ts';
import { hooksText } from './hooks/text/hooks-text.ts';
import { guideText } from './guide/text/guide-text.ts';
import { keysText } from './keys/text/keys-text.ts';
import { operatorsText } from './operators/text/operators-text.ts';
import { practiceText } from './practice/text/practice-text.ts';
import { picturesPageText } from './pictures/text/pictures-text.ts';
import { mcpText } from './mcp/text/mcp-text.ts';
import { releasesText } from './releases/text/releases-text.ts';
import { searchText } from './search/text/search-text.ts';
import { webhooksText } from './webhooks/text/webhooks-text.ts';
import { galleryText } from './gallery/text/gallery-text.ts';
import { saidCatalogues } from './said/said-text.ts';
import { hostText } from './text/host-text.ts';

/** The catalogues of the host and of what it is made of; those of practices come beside them. */
export const hostCatalogues: readonly Catalogue[] = [
  uiText,
  hostText,
  adminText,
  bulkText,
  compareText,
  destinationsText,
  docsText,
  galleryText,
  federationText,
  feedsText,
  hooksText,
  guideText,
  keysText,
  operatorsText,
  practiceText,
  picturesPageText,
  mcpText,
  releasesText,
  searchText,
  webhooksText,
  ...saidCatalogues,
];

/** The texts of a language, each language read once. */
export function textsOf(own: readonly Catalogue[]): (locale: Locale) => Text {
  const catalogues = [...hostCatalogues, ...own];
  const texts = new Map(locales.map((locale) => [locale, createText(locale, catalogues)]));
  return (locale) => texts.get(locale) ?? createText(locale, catalogues);
}
