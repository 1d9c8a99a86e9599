/** The rules by which the host itself says no, before any practice is asked. */
import { rule } from '../kernel/law.ts';

export const INPUT_RULE = rule(
  'host.input',
  'Concord HTTP API, "Questions"',
  'A question is asked with the parameters that its schema names.',
);
export const BODY_RULE = rule(
  'host.body',
  'RFC 8259; Concord HTTP API, "Acts"',
  'The body of a request is JSON in UTF-8, of the form that the API describes.',
);
export const SIZE_RULE = rule(
  'host.size',
  'RFC 9110, section 15.5.14',
  'The body of a request is no larger than the limit.',
);
export const UNKNOWN_RULE = rule(
  'host.unknown',
  'RFC 9110, section 15.5.5',
  'An address names a thing that this node has and that the reader may see.',
);
export const METHOD_RULE = rule(
  'host.method',
  'RFC 9110, section 15.5.6',
  'An address is asked in one of the ways that it has.',
);
export const SIGN_IN_RULE = rule(
  'host.sign-in',
  'RFC 9110, section 15.5.2',
  'Whoever acts signs in first; reading what is public needs no sign-in.',
);
export const ACTS_FOR_RULE = rule(
  'host.acts-for',
  'VCLT Art. 7(1)',
  'A person acts here only for the actors that this node has entrusted to them.',
);
export const ORIGIN_RULE = rule(
  'host.origin',
  'Fetch Standard, "Sec-Fetch-Site"; RFC 6454',
  'A form is sent from a page of this node, in the session that the page was made for.',
);
export const RATE_RULE = rule(
  'host.rate',
  'RFC 6585, section 4',
  'A client keeps within the number of requests for its time.',
);
export const DATE_RULE = rule(
  'host.date',
  'ISO 8601-1; proleptic Gregorian calendar',
  'A date is a day of the calendar, written YYYY-MM-DD.',
);
export const FORMAT_RULE = rule(
  'host.format',
  'RFC 9110, section 12',
  'An answer is given as JSON, and where it has rows also as CSV.',
);
export const FIRST_RULE = rule(
  'host.first-link',
  'Concord host, "The first administrator"',
  'The link for the first administrator works once, within its time.',
);
export const CREDENTIALS_RULE = rule(
  'host.credentials',
  'NIST SP 800-63B, section 3.1.1',
  'One signs in with an email address and the password that belongs to it.',
);
export const ACCOUNT_RULE = rule(
  'host.account',
  'NIST SP 800-63B, section 3.1.1.2',
  'An account has a name, an email address, and a password that is long enough.',
);
export const INCIDENT_RULE = rule(
  'host.incident',
  'RFC 9110, section 15.6.1',
  'What goes wrong inside is logged under a number, and told by that number only.',
);
export const HEADERS_RULE = rule(
  'host.headers',
  'RFC 6585, section 5',
  'The address and the headers of a request keep within their limits.',
);
export const LIVE_RULE = rule(
  'host.live',
  'HTML Standard, section 9.2',
  'An open page is told of admissions to one register, or to all, from a point on.',
);
export const INVITATION_RULE = rule(
  'host.invitation',
  'Concord host, "People"',
  'An invitation works once, within its time, for the person whom it was made for.',
);
export const ADMINISTRATOR_RULE = rule(
  'host.administrator',
  'NIST SP 800-53 rev. 5, AC-6',
  'People, offices and keys of a node are looked after by its administrators.',
);
export const LAST_ADMINISTRATOR_RULE = rule(
  'host.last-administrator',
  'Concord host, "People"',
  'A node always has somebody who administers it.',
);
export const OFFICE_RULE = rule(
  'host.office',
  'VCLT Art. 7(1); Concord host, "Offices"',
  'An office that signs here is named, and key and mandate come from a source that is named.',
);
export const ROOM_RULE = rule(
  'host.room',
  'RFC 4918, section 11.5',
  'What is recorded has a place on the disk before it is told as recorded.',
);
export const DATABASE_RULE = rule(
  'host.database',
  'RFC 9110, section 15.6.4',
  'A node answers while its database does.',
);
