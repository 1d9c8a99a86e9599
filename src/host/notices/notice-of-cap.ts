/**
 * A file of the Common Alerting Protocol as the notice that a person might issue of it. Nothing is
 * issued here: what is proposed goes to whoever may, with all that is wrong with the file and what
 * its signatures are worth.
 */
import { rule } from '../../kernel/law.ts';
import type { Marking } from '../../kernel/marking.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { ALERT_CHARACTERS_MAX, type Content } from '../../practices/notices/payloads/content.ts';
import {
  BODY_CHARACTERS_MAX,
  SUBJECT_CHARACTERS_MAX,
} from '../../practices/notices/payloads/notice.ts';
import type { CapAlert, CapInfo } from '../../standards/cap/alert.ts';
import { readCap } from '../../standards/cap/read-cap.ts';
import { type SignatureReport, reportSignatures } from '../../standards/cap/signature.ts';
import { instantOf } from '../../standards/cap/times.ts';
import { type Fault, faultText } from '../../standards/cap/verdict.ts';
import { decodeXml } from '../../standards/xml/decode-xml.ts';

export const ALERT_RULE = rule(
  'notices.alert-file',
  'OASIS, Common Alerting Protocol 1.2',
  'A file that becomes a notice is a valid alert of the Common Alerting Protocol.',
);

export interface Proposed {
  readonly type: 'notices.issue';
  readonly register: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Absent: the alert is public. With nobody in it: who issues it is to say for whom. */
  readonly marking?: Marking;
}

export interface Proposal {
  readonly proposed: Proposed;
  readonly alert: CapAlert;
  readonly warnings: readonly string[];
  readonly signatures: readonly SignatureReport[];
}

const PRECEDENCES: Readonly<Record<CapInfo['urgency'], string>> = {
  Immediate: 'immediate',
  Expected: 'priority',
  Future: 'routine',
  Past: 'routine',
  Unknown: 'routine',
};

const instant = (time: string | undefined): string | undefined =>
  time === undefined ? undefined : new Date(instantOf(time)).toISOString();

/** `en-US` where nothing is said (CAP 1.2, 3.2.2); the first part in small letters. */
const languageOf = (info: CapInfo | undefined): string =>
  (info?.language ?? 'en-US').replace(/^[A-Za-z]+/, (part) => part.toLowerCase());

const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts
    .flatMap((part) => (part === undefined || part.trim() === '' ? [] : [part.trim()]))
    .join('\n\n')
    .slice(0, BODY_CHARACTERS_MAX);

/** The file's text as it can stand in an act: the characters, said to be in UTF-8. */
function textOf(bytes: Uint8Array): string {
  const decoded = decodeXml(bytes);
  const text = 'text' in decoded ? decoded.text : '';
  return text.replace(/^\uFEFF?<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>');
}

const subjectOf = ({ infos: [info], msgType, identifier }: CapAlert): string =>
  (info?.headline ?? info?.event ?? `${msgType} ${identifier}`).slice(0, SUBJECT_CHARACTERS_MAX);

/** From when and until when it holds, as far as the alert says. */
function timesOf(info: CapInfo | undefined): Record<string, string> {
  const times = {
    validFrom: instant(info?.effective ?? info?.onset),
    expiresAt: instant(info?.expires),
  };
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, time]) => (time === undefined ? [] : [[name, time]])),
  );
}

function payloadOf(alert: CapAlert, text: string): Record<string, unknown> {
  const [info] = alert.infos;
  const { identifier, sender, sent } = alert;
  const content: Content = { standard: 'cap', alert: text, identifier, sender, sent };
  return {
    kind: 'alerts',
    subject: subjectOf(alert),
    body: paragraphs(info?.description, info?.instruction, alert.note),
    language: languageOf(info),
    precedence: PRECEDENCES[info?.urgency ?? 'Unknown'],
    ...timesOf(info),
    content,
  };
}

function invalid(faults: readonly Fault[]): Refusal {
  const first = faults.slice(0, 3).map(faultText).join('; ');
  const more = faults.length > 3 ? ` and ${faults.length - 3} more` : '';
  return refuse(ALERT_RULE, said('The file is no valid alert: {$first}{$more}.', { first, more }), {
    remedy: said('Ask its sender for a valid one, or issue what it says in your own words.'),
  });
}

/** What might be issued in a channel of the file, or why nothing is to be made of it. */
export function proposalOf(bytes: Uint8Array, channel: string): Proposal | Refusal {
  const { alert, verdict } = readCap(bytes);
  if (alert === null || !verdict.valid) return invalid(verdict.errors);
  const text = textOf(bytes);
  if (text.length > ALERT_CHARACTERS_MAX) {
    return refuse(
      ALERT_RULE,
      said('The alert has more than {$alertCharactersMax} characters.', {
        alertCharactersMax: ALERT_CHARACTERS_MAX,
      }),
      {
        remedy: said('Issue what it says in your own words, with the file as a document.'),
      },
    );
  }
  const marking: Marking = { level: 'amber', to: [] };
  return {
    proposed: {
      type: 'notices.issue',
      register: `notices/${channel}`,
      payload: payloadOf(alert, text),
      ...(alert.scope === 'Public' ? {} : { marking }),
    },
    alert,
    warnings: verdict.warnings.map(faultText),
    signatures: reportSignatures(bytes),
  };
}
