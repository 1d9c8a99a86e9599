/** Time zones in which an instant may be written: those of the places where bodies often meet. */
import type { FieldOption } from '../../../ui/form-fields/form-fields.tsx';
import type { Locale } from '../../../ui/text/locale.ts';
import { UTC } from './leaf-value.ts';

const ZONES: readonly string[] = [
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'Europe/London',
  'Africa/Lagos',
  'Europe/Zurich',
  'Africa/Johannesburg',
  'Africa/Cairo',
  'Asia/Beirut',
  'Africa/Nairobi',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/** What a zone is called, whatever the season. */
function nameOf(zone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' });
  const parts = format.formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

const made = new Map<Locale, readonly FieldOption[]>();

/** The zones with their names in a language, UTC first, then from west to east. */
export function zoneOptions(locale: Locale): readonly FieldOption[] {
  const known = made.get(locale);
  if (known) return known;
  const named = ZONES.map((zone) => {
    const city = zone.split('/')[1]?.replaceAll('_', ' ') ?? zone;
    return { value: zone, label: `${nameOf(zone, locale)} (${city})` };
  });
  const options = [{ value: UTC, label: UTC }, ...named];
  made.set(locale, options);
  return options;
}
