/**
 * What keeps objects and alerts out of a channel: what cannot be read by its standard, and what its
 * own marks do not allow to be released so.
 */
import { LEVELS, type Marking } from '../../../../kernel/marking.ts';
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { readCap } from '../../../../standards/cap/read-cap.ts';
import { readStix } from '../../../../standards/stix/read-stix.ts';
import { marksOf } from '../../../../standards/stix/tlp.ts';
import type { CapContent, Content } from '../../payloads/content.ts';
import { RULES } from '../law.ts';

const isLooser = (one: Marking['level'], other: Marking['level']): boolean =>
  LEVELS.indexOf(one) < LEVELS.indexOf(other);

/**
 * What breaks a finer rule of STIX is admitted and handed on as it was said: it is its author’s
 * word, and its readers have its faults told by the codec. What reads in two ways is not.
 */
function judgeObject(text: string, marking: Marking): Refusal | null {
  const read = readStix(Buffer.from(text));
  if (isRefusal(read)) return refuse(RULES.content, read.said.reason);
  const [object, ...others] = read.objects;
  if (object === undefined || others.length > 0 || read.bundle !== null) {
    return refuse(RULES.content, said('Each object stands by itself, and in no bundle.'));
  }
  const own = marksOf(object.value).level;
  if (own === null || !isLooser(marking.level, own)) return null;
  return refuse(
    RULES.ownMarks,
    said('{$id} is marked {$own}, the notice {$level}.', {
      id: object.id,
      own,
      level: marking.level,
    }),
    {
      remedy: said('Mark the notice {$own} or stricter.', { own }),
    },
  );
}

function judgeAlert(content: CapContent, marking: Marking): Refusal | null {
  const { alert, verdict } = readCap(Buffer.from(content.alert));
  const [fault] = verdict.errors;
  if (alert === null || fault !== undefined) {
    return refuse(
      RULES.content,
      fault === undefined
        ? said('It is no alert of CAP: it cannot be read.')
        : said('It is no alert of CAP: {$what}.', { what: fault.what }),
    );
  }
  const wrong = (['identifier', 'sender', 'sent'] as const).find(
    (name) => alert[name] !== content[name],
  );
  if (wrong !== undefined) {
    return refuse(
      RULES.content,
      said('The alert has another {$member} than {$content}.', {
        member: wrong,
        content: content[wrong] ?? 'undefined',
      }),
    );
  }
  const isForFew = alert.scope === 'Private' || alert.scope === 'Restricted';
  if (!isForFew || marking.level !== 'clear') return null;
  return refuse(
    RULES.ownMarks,
    said('The alert’s scope is {$scope}, and the notice is for all.', {
      scope: alert.scope ?? '',
    }),
    {
      remedy: said('Mark the notice for those to whom the alert is addressed.'),
    },
  );
}

/** Judges what a notice or an update carries for machines: null, or the first refusal. */
export function judgeContent(
  content: Content | null | undefined,
  marking: Marking,
): Refusal | null {
  if (!content) return null;
  if (content.standard === 'cap') return judgeAlert(content, marking);
  for (const text of content.objects) {
    const refusal = judgeObject(text, marking);
    if (refusal !== null) return refusal;
  }
  return null;
}
