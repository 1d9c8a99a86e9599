import { createRequire } from 'node:module';
import type { Country } from 'world-countries';
import { LANGUAGES } from './actor-types.ts';
import type { Language, Problem, WorldActor } from './actor-types.ts';
import { readTable } from './csv-table.ts';
import type { Row } from './csv-table.ts';

const COLUMNS = 'id,kind,package_id,official_name,numeric_code,region,subregion,source'.split(',');
const PACKAGE_SOURCE = 'world-countries 5.1.0';
const KINDS = ['state', 'territory', 'omitted'] as const;

/** The package's list. It is JSON without an import attribute, hence the require. */
function packageCountries(): readonly Country[] {
  // The package types its default export only; require gives the same array.
  return createRequire(import.meta.url)('world-countries') as readonly Country[];
}

const displayNames = new Map<Language, Intl.DisplayNames>(
  LANGUAGES.map((language) => [
    language,
    new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  ]),
);

/** Short names in the six languages from CLDR, the package's English name where it has none. */
function namesOf(country: Country): WorldActor['names'] {
  const names: Partial<Record<Language, string>> = {};
  for (const [language, display] of displayNames) {
    const name = display.of(country.cca2);
    if (name !== undefined) names[language] = name;
  }
  return { ...names, en: names.en ?? country.name.common };
}

function actorOf(country: Country, correction: Row | undefined): WorldActor {
  const corrected = (column: string, given: string): string => correction?.text(column) || given;
  const numericCode = corrected('numeric_code', country.ccn3);
  const kind = correction?.oneOf('kind', KINDS) ?? (country.unMember ? 'state' : 'territory');
  const isState = kind === 'state';
  return {
    id: corrected('id', country.cca3),
    kind: isState ? 'state' : 'territory',
    names: namesOf(country),
    officialName: corrected('official_name', country.name.official),
    region: corrected('region', country.region),
    subregion: corrected('subregion', country.subregion),
    treatyCapacity: isState,
    regionalIntegration: false,
    alpha2Code: country.cca2,
    ...(numericCode ? { numericCode } : {}),
    sources: [PACKAGE_SOURCE, ...(correction === undefined ? [] : [correction.text('source')])],
  };
}

/**
 * States and territories of today from the package `world-countries`, put right by the table
 * `countries.csv`: which are States though not Members of the United Nations, which are left
 * out because nobody acts for them.
 */
export function readCountries(file: string, text: string, problems: Problem[]): WorldActor[] {
  const corrections = new Map<string, Row>();
  for (const row of readTable(file, text, COLUMNS, problems)) {
    corrections.set(row.required('package_id'), row);
  }
  const countries = packageCountries();
  const known = new Set(countries.map((country) => country.cca3));
  for (const [id, row] of corrections) {
    if (!known.has(id)) row.complain(`package_id ${id} is not in ${PACKAGE_SOURCE}`);
  }
  return countries
    .filter((country) => corrections.get(country.cca3)?.text('kind') !== 'omitted')
    .map((country) => actorOf(country, corrections.get(country.cca3)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
