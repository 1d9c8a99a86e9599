import countries from 'world-countries';
import type { Example } from '../example.ts';
import { WorldMap } from './world-map.tsx';

const names = [
  { key: 'first', label: 'bound from the first day' },
  { key: 'later', label: 'bound later' },
  { key: 'signed', label: 'signed, not bound' },
  { key: 'withdrawn', label: 'withdrawn' },
];

/** Made up: which country is where follows from its name alone. */
const entries = countries
  .filter((country) => country.unMember)
  .map((country, index) => {
    const kind = index % 19 === 0 ? 2 : index % 31 === 0 ? 3 : index % 3 === 0 ? 0 : 1;
    const category = names[kind] ?? { key: 'later', label: 'bound later' };
    return {
      numericCode: country.ccn3,
      name: country.name.common,
      href: `/actors/${country.cca3}`,
      category: category.key,
      label: category.label,
    };
  });

export const worldMapExamples: readonly Example[] = [
  {
    name: 'every member',
    render: (text) => (
      <WorldMap text={text} id="map" entries={entries} categories={names} caption="Who is bound" />
    ),
  },
  {
    name: 'one country, with hostile words',
    render: (text) => (
      <WorldMap
        text={text}
        id="map-one"
        categories={names.slice(0, 1)}
        entries={[
          {
            numericCode: '798',
            name: '<b>"Tuvalu"</b>',
            href: '/actors/TUV?a=1&b=2',
            category: 'first',
            label: "it's & small",
          },
        ]}
      />
    ),
  },
];
