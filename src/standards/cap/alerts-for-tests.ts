/** Valid alerts of every kind, for tests that hold for all. */
import fc from 'fast-check';
import { CATEGORIES, type CapAlert, type CapArea, type CapInfo, URGENCIES } from './alert.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => /\S/.test(text));
const maybe = fc.option(words, { nil: undefined });
const name = fc.stringMatching(/^[A-Za-z0-9@.:-]{1,20}$/);
const time = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}-00:00`);
const named = fc.record({ valueName: words, value: fc.string({ unit: 'grapheme', maxLength: 9 }) });
const degrees = fc.integer({ min: -89_999, max: 89_999 }).map((number) => String(number / 1000));
const plain = (text: string): boolean => !/e/.test(text);
const point = fc.record({ latitude: degrees.filter(plain), longitude: degrees.filter(plain) });
const areas: fc.Arbitrary<CapArea> = fc.record({
  areaDesc: words,
  polygons: fc.array(
    fc
      .array(point, { minLength: 3, maxLength: 5 })
      .map((points) => [...points, ...points.slice(0, 1)]),
    { maxLength: 2 },
  ),
  circles: fc.array(
    fc.record({
      latitude: fc.constant('1'),
      longitude: fc.constant('-2.5'),
      radiusKm: fc.constant('3'),
    }),
    { maxLength: 2 },
  ),
  geocodes: fc.array(named, { maxLength: 2 }),
});
const infos: fc.Arbitrary<CapInfo> = fc.record({
  language: fc.constantFrom('en-US', 'fr', 'ar'),
  categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 3 }),
  event: words,
  responseTypes: fc.constant(['AllClear' as const]),
  urgency: fc.constantFrom(...URGENCIES),
  severity: fc.constant('Minor' as const),
  certainty: fc.constant('Unknown' as const),
  headline: maybe,
  description: maybe,
  instruction: maybe,
  expires: time,
  eventCodes: fc.array(named, { maxLength: 2 }),
  parameters: fc.array(named, { maxLength: 2 }),
  resources: fc.constant([{ resourceDesc: 'Map', mimeType: 'image/png', uri: 'http://x.org/a' }]),
  areas: fc.array(areas, { maxLength: 2 }),
});
/** Alerts that CAP 1.2 has. */
export const capAlerts: fc.Arbitrary<CapAlert> = fc.record({
  identifier: name,
  sender: name,
  sent: time,
  status: fc.constant('Actual' as const),
  msgType: fc.constantFrom('Alert' as const, 'Update' as const),
  source: maybe,
  scope: fc.constantFrom('Private' as const),
  addresses: fc.array(
    words.map((text) => text.replaceAll('"', '').trim()).filter((text) => text !== ''),
    { minLength: 1 },
  ),
  codes: fc.array(words, { maxLength: 2 }),
  note: maybe,
  references: fc.array(
    fc.record({ sender: name, identifier: name.map((text) => `${text}-before`), sent: time }),
    { minLength: 1, maxLength: 3 },
  ),
  incidents: fc.array(name, { maxLength: 2 }),
  infos: fc.array(infos, { maxLength: 3 }),
});
