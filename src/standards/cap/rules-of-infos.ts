/** What one description of an event must say. CAP 1.2, 3.2.2. */
import { rule } from '../../kernel/law.ts';
import type { CapAlert, CapInfo } from './alert.ts';
import { type Found, type ProfileRule, unless } from './profile-rule.ts';
import { instantOf } from './times.ts';

const TIMES = ['effective', 'onset', 'expires'] as const;

/** An address that can be followed from anywhere. */
export const isAbsolute = (address: string): boolean =>
  /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/.test(address.trim());

/** Whether languages are named as everyone names them; the schema allows more. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** It expires before it has effect. Where it does not say when it does, it does when it is sent. */
function expiresTooEarly(info: CapInfo, alert: CapAlert): readonly Found[] {
  const { expires } = info;
  if (expires === undefined) return [];
  const from = info.effective ?? alert.sent;
  return unless(
    instantOf(expires) > instantOf(from),
    'expires',
    `it expires ${expires}, and has effect from ${from}`,
  );
}

export const infoRules: readonly ProfileRule<CapInfo>[] = [
  {
    rule: rule('cap.event', 'CAP 1.2, 3.2.2, event', 'The event has a name.'),
    weight: 'error',
    find: ({ event }) => unless(event.trim() !== '', 'event', 'it is empty'),
  },
  {
    rule: rule('cap.utc', 'CAP 1.2, 3.3.2', 'UTC is written -00:00.'),
    weight: 'warning',
    versions: ['1.2'],
    find: (info) =>
      TIMES.flatMap((name) =>
        unless(info[name]?.endsWith('+00:00') !== true, name, 'it writes UTC as +00:00'),
      ),
  },
  {
    rule: rule(
      'cap.language-tag',
      'RFC 3066; CAP 1.2, 3.2.2, language',
      'A language is named by a tag that is known to be well formed.',
    ),
    weight: 'warning',
    find: ({ language }) =>
      unless(language === undefined || isLanguage(language), 'language', `${language} is no tag`),
  },
  {
    rule: rule(
      'cap.expires',
      'CAP 1.2, 3.2.2, expires',
      'An alert expires after it has taken effect.',
    ),
    weight: 'warning',
    find: expiresTooEarly,
  },
  {
    rule: rule('cap.web', 'CAP 1.2, 3.2.2, web', 'The address of more is a full, absolute URI.'),
    weight: 'warning',
    find: ({ web }) =>
      unless(web === undefined || isAbsolute(web), 'web', 'it is no absolute address'),
  },
];
