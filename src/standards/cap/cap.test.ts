import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capAlerts } from './alerts-for-tests.ts';
import { profileRules } from './profile-rules.ts';
import { ALERTS_MAX, CAP_BOUNDS, readCap, readCapFile } from './read-cap.ts';
import { writeCap } from './write-cap.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

const HEAD: Readonly<Record<string, string>> = {
  identifier: 'A-1',
  sender: 'duty@example.org',
  sent: '2026-01-17T09:30:00+01:00',
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
};
const INFO: Readonly<Record<string, string>> = {
  category: 'Met',
  event: 'Storm',
  urgency: 'Expected',
  severity: 'Severe',
  certainty: 'Likely',
};

type Changes = Readonly<Record<string, string | null>>;

/** Elements in the order of the schema, some changed; null leaves one out. */
const elements = (all: Readonly<Record<string, string>>, changes: Changes): string =>
  Object.entries({ ...all, ...changes })
    .flatMap(([name, text]) => (text === null ? [] : [`<${name}>${text}</${name}>`]))
    .join('');

interface Told {
  readonly head?: Changes;
  readonly info?: Changes;
  /** What stands in info after its first elements. */
  readonly more?: string;
  /** What stands between scope and info. */
  readonly between?: string;
  readonly namespace?: string;
}

function xmlOf({ head = {}, info = {}, more = '', between = '', namespace }: Told): string {
  const told = `<info>${elements(INFO, info)}${more}</info>`;
  const inside = `${elements(HEAD, head)}${between}${told}`;
  return `<alert xmlns="${namespace ?? NAMESPACE}">${inside}</alert>`;
}

const read = (told: Told = {}) => readCap(bytes(xmlOf(told)));
const rulesIn = (told: Told): string[] => read(told).verdict.errors.map((one) => one.rule.id);
const warningsIn = (told: Told): string[] => read(told).verdict.warnings.map(({ rule }) => rule.id);

const area = (inside: string): Told => ({
  more: `<area><areaDesc>Here</areaDesc>${inside}</area>`,
});
const resource = (inside: string): Told => ({
  more:
    '<resource><resourceDesc>Map</resourceDesc><mimeType>image/png</mimeType>' +
    `${inside}</resource>`,
});

describe('an alert', () => {
  it('is read with all that it says', () => {
    const { alert, verdict, version } = read();
    expect([version, verdict.valid, verdict.warnings]).toEqual(['1.2', true, []]);
    expect(alert).toMatchObject({ identifier: 'A-1', scope: 'Public', references: [] });
    expect(alert?.infos[0]).toMatchObject({ categories: ['Met'], event: 'Storm' });
  });

  it('keeps points, circles, codes and heights as they were written', () => {
    const { alert } = read(
      area(
        '<polygon>1.50,2 3,4 5,6 1.5,2.0</polygon><circle>-1,+2 0.0</circle>' +
          '<geocode><valueName>SAME</valueName><value></value></geocode>' +
          '<altitude>-1300</altitude><ceiling>0</ceiling>',
      ),
    );
    expect(alert?.infos[0]?.areas[0]).toEqual({
      areaDesc: 'Here',
      polygons: [
        [
          { latitude: '1.50', longitude: '2' },
          { latitude: '3', longitude: '4' },
          { latitude: '5', longitude: '6' },
          { latitude: '1.5', longitude: '2.0' },
        ],
      ],
      circles: [{ latitude: '-1', longitude: '+2', radiusKm: '0.0' }],
      geocodes: [{ valueName: 'SAME', value: '' }],
      altitude: '-1300',
      ceiling: '0',
    });
  });

  it('names those whom it is for and what it follows, spaces in names included', () => {
    const { alert } = read({
      head: { scope: 'Private', msgType: 'Update' },
      between:
        '<addresses>a@x.org "the duty officer"</addresses>' +
        '<references>s,1,2026-01-01T00:00:00-00:00\n s,2,2026-01-02T00:00:00-00:00</references>' +
        '<incidents>"big storm" 7</incidents>',
    });
    expect(alert?.addresses).toEqual(['a@x.org', 'the duty officer']);
    expect(alert?.references.map(({ identifier }) => identifier)).toEqual(['1', '2']);
    expect(alert?.incidents).toEqual(['big storm', '7']);
  });

  it('loses nothing by an empty element, and gains nothing', () => {
    const { alert, verdict } = read({ between: '<restriction/><addresses/><code/><note> </note>' });
    expect(verdict.valid).toBe(true);
    expect(alert).not.toHaveProperty('restriction');
    expect(alert).not.toHaveProperty('note');
    expect([alert?.addresses, alert?.codes]).toEqual([[], []]);
  });

  it('may be written with a prefix, in another encoding, with a byte order mark', () => {
    const prefixed = xmlOf({})
      .replace('xmlns=', 'xmlns:c=')
      .replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1c:');
    expect(readCap(bytes(prefixed)).verdict.valid).toBe(true);
    const storm = xmlOf({ info: { event: 'Orkán' } });
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${storm}`;
    expect(readCap(Buffer.from(latin, 'latin1')).alert?.infos[0]?.event).toBe('Orkán');
    const wide = Buffer.from(`\ufeff${xmlOf({ info: { event: '暴风' } })}`, 'utf16le');
    expect(readCap(wide).alert?.infos[0]?.event).toBe('暴风');
    const unknown = `<?xml version="1.0" encoding="EBCDIC"?>${xmlOf({})}`;
    expect(readCap(bytes(unknown)).verdict.errors[0]?.rule.id).toBe('cap.encoding');
  });
});

describe('the schema', () => {
  it.each<[string, Told, string]>([
    ['a required element is missing', { head: { scope: null } }, 'cap.missing'],
    ['a required element of info is missing', { info: { category: null } }, 'cap.missing'],
    ['a word is unknown', { head: { status: 'Real' } }, 'cap.enumeration'],
    ['a word has spaces about it', { head: { status: ' Actual ' } }, 'cap.enumeration'],
    ['a word is empty', { info: { urgency: '' } }, 'cap.enumeration'],
    ['an element is out of order', { between: '<source>x</source>' }, 'cap.order'],
    ['an element stands twice', { between: '<note>x</note><note>y</note>' }, 'cap.repeated'],
    ['an element is unknown', { between: '<level>3</level>' }, 'cap.unknown-element'],
    ['an element is of no namespace', { between: '<note xmlns="">x</note>' }, 'cap.namespace'],
    ['text stands between elements', { between: 'so there' }, 'cap.stray-text'],
    ['an element has an attribute', { between: '<note lang="en">x</note>' }, 'cap.attribute'],
    [
      'a text holds an element',
      { between: '<note>x<b xmlns="">y</b></note>' },
      'cap.unknown-element',
    ],
    ['a language is no tag', { info: { language: 'English!' } }, 'cap.order'],
    [
      'a type is missing',
      { more: '<resource><resourceDesc>x</resourceDesc></resource>' },
      'cap.missing',
    ],
    ['a height is no number', area('<altitude>high</altitude>'), 'cap.decimal'],
    ['a size is no whole number', resource('<size>1.5</size>'), 'cap.integer'],
    ['a code has no name', { more: '<parameter><value>x</value></parameter>' }, 'cap.missing'],
  ])('is broken where %s', (_, told, rule) => {
    expect(rulesIn(told)).toContain(rule);
  });

  it('says where: path and line', () => {
    const [fault] = read(area('<circle>1,2</circle>')).verdict.errors;
    expect([fault?.path, fault?.line]).toEqual(['alert/info[1]/area[1]/circle[1]', 1]);
    expect(fault?.rule.citation).toBe('CAP 1.2, 3.2.4, circle');
  });

  it.each([
    ['2026-01-17T09:30:00-00:00', true],
    ['2026-01-17T09:30:00+14:00', true],
    ['2024-02-29T24:00:00-00:00', true],
    ['2026-01-17T09:30:00Z', false],
    ['2026-01-17T09:30:00', false],
    ['2026-01-17T09:30-00:00', false],
    ['2026-01-17T09:30:00.5-00:00', false],
    ['2026-01-17T09:30:00,00:00', false],
    ['2026-01-17T09:30:00+14:01', false],
    ['2026-02-30T09:30:00-00:00', false],
    ['2025-02-29T09:30:00-00:00', false],
    ['2026-13-01T09:30:00-00:00', false],
    ['2026-01-17T25:00:00-00:00', false],
    ['0000-01-17T09:30:00-00:00', false],
    ['tomorrow', false],
  ])('takes %s for a time: %s', (sent, isTime) => {
    expect(rulesIn({ head: { sent } }).includes('cap.time')).toBe(!isTime);
  });

  it.each([
    ['<polygon>1,2 3,4 5,6 1,2</polygon>', true],
    ['<polygon>90,180 -90,-180 5,6 90,180</polygon>', true],
    ['<polygon>1,2 3,4 1,2</polygon>', false],
    ['<polygon>1,2 3,4 5,6 7,8</polygon>', false],
    ['<polygon>90.1,2 3,4 5,6 90.1,2</polygon>', false],
    ['<polygon>1,180.1 3,4 5,6 1,180.1</polygon>', false],
    ['<polygon>1,2, 3,4 5,6 1,2,</polygon>', false],
    ['<polygon>1, 2 3, 4 5, 6 1, 2</polygon>', false],
    ['<polygon/>', false],
    ['<circle>1,2 3</circle>', true],
    ['<circle>1,2 -3</circle>', false],
    ['<circle>1,2</circle>', false],
    ['<circle>1 2 3</circle>', false],
    ['<circle>1e1,2 3</circle>', false],
  ])('takes %s for a place: %s', (inside, isPlace) => {
    expect(rulesIn(area(inside)).length === 0).toBe(isPlace);
  });
});

describe('beyond the schema', () => {
  const following = { head: { msgType: 'Cancel' } };

  it.each<[string, Told, string]>([
    ['an identifier has a space', { head: { identifier: 'A 1' } }, 'cap.identifier'],
    ['an identifier has a comma', { head: { identifier: 'A,1' } }, 'cap.identifier'],
    ['an identifier is empty', { head: { identifier: '' } }, 'cap.identifier'],
    ['a sender has an ampersand', { head: { sender: 'a&amp;b' } }, 'cap.sender'],
    ['what is restricted says not to whom', { head: { scope: 'Restricted' } }, 'cap.restriction'],
    ['what is private says not for whom', { head: { scope: 'Private' } }, 'cap.addresses'],
    ['what cancels names nothing', following, 'cap.references'],
    [
      'a reference is no triple',
      { ...following, between: '<references>s,1</references>' },
      'cap.references-form',
    ],
    [
      'a reference has no time',
      { ...following, between: '<references>s,1,yesterday</references>' },
      'cap.references-parts',
    ],
    ['there are references to nothing', { between: '<references/>' }, 'cap.references-form'],
    [
      'it refers to itself',
      { between: '<references>duty@example.org,A-1,2026-01-17T09:30:00+01:00</references>' },
      'cap.references-itself',
    ],
    ['an event has no name', { info: { event: ' ' } }, 'cap.event'],
    ['a ceiling is alone', area('<ceiling>100</ceiling>'), 'cap.ceiling-alone'],
    [
      'a ceiling is below',
      area('<altitude>200</altitude><ceiling>100</ceiling>'),
      'cap.ceiling-below',
    ],
    ['what is carried is no base 64', resource('<derefUri>?!</derefUri>'), 'cap.deref-uri'],
    [
      'a digest fails',
      resource(`<derefUri>aGVsbG8=</derefUri><digest>${'0'.repeat(40)}</digest>`),
      'cap.digest-fails',
    ],
    ['a size is negative', resource('<size>-1</size>'), 'cap.resource-size'],
  ])('fails where %s', (_, told, rule) => {
    expect(rulesIn(told)).toContain(rule);
  });

  it.each<[string, Told, string]>([
    ['UTC is written +00:00', { head: { sent: '2026-01-17T09:30:00+00:00' } }, 'cap.utc'],
    [
      'a restriction binds nobody',
      { between: '<restriction>x</restriction>' },
      'cap.restriction-unused',
    ],
    ['an exercise is not named', { head: { status: 'Exercise' } }, 'cap.note'],
    [
      'it expires before it is sent',
      { more: '<expires>2026-01-17T09:30:00+02:00</expires>' },
      'cap.expires',
    ],
    ['an address is relative', { more: '<web>more.html</web>' }, 'cap.web'],
    [
      'a type is no MIME type',
      {
        more: '<resource><resourceDesc>x</resourceDesc><mimeType>png</mimeType><uri>http://x.org/a</uri></resource>',
      },
      'cap.mime-type',
    ],
    ['a resource is nowhere', resource(''), 'cap.resource-nowhere'],
    [
      'a digest is none of SHA-1',
      resource('<uri>http://x.org/a</uri><digest>abc</digest>'),
      'cap.digest',
    ],
    ['what is not carried is relative', resource('<uri>a.png</uri>'), 'cap.uri'],
    ['a place has no words', { more: '<area><areaDesc/></area>' }, 'cap.area-description'],
  ])('warns where %s', (_, told, rule) => {
    expect([rulesIn(told), warningsIn(told)]).toEqual([[], [rule]]);
  });

  it('an actual alert that tells of nothing is one, and leaves people wondering', () => {
    const { verdict } = readCap(bytes(`<alert xmlns="${NAMESPACE}">${elements(HEAD, {})}</alert>`));
    expect(verdict.valid).toBe(true);
    expect(verdict.warnings.map(({ rule }) => rule.id)).toEqual(['cap.info']);
  });

  it('is met by a digest that holds, and not by any language that the schema takes', () => {
    const digest = 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d';
    const carried = `<derefUri>aGVsbG8=</derefUri><digest>${digest}</digest>`;
    expect(read(resource(carried)).verdict).toEqual({ valid: true, errors: [], warnings: [] });
    const told = xmlOf({}).replace('<info>', '<info><language>abcdefgh-x</language>');
    const { verdict } = readCap(bytes(told));
    expect(verdict.warnings.map(({ rule }) => rule.id)).toEqual(['cap.language-tag']);
  });

  it('every rule has an id of its own, a sense and a citation', () => {
    expect(profileRules.length).toBeGreaterThan(20);
    expect(profileRules.filter(({ citation, text }) => citation === '' || text === '')).toEqual([]);
  });
});

describe('other versions', () => {
  const earlier = 'urn:oasis:names:tc:emergency:cap:1.1';
  const first = 'http://www.incident.com/cap/1.0';

  it('1.1 has times in any form, words of its own, and resources without type', () => {
    const { alert, verdict, version } = read({
      namespace: earlier,
      head: { sent: '2026-01-17T09:30:00.25Z' },
      more: '<resource><resourceDesc>x</resourceDesc><uri>http://x.org</uri></resource>',
    });
    expect([version, verdict.valid]).toEqual(['1.1', true]);
    expect(alert?.sent).toBe('2026-01-17T09:30:00-00:00');
    expect(verdict.warnings.map(({ rule }) => rule.id)).toEqual(['cap.time-rewritten']);
    const avoiding = {
      namespace: earlier,
      info: { ...INFO, urgency: null, severity: null, certainty: null },
      more:
        '<responseType>Avoid</responseType><urgency>Past</urgency>' +
        '<severity>Minor</severity><certainty>Likely</certainty>',
    };
    expect(rulesIn(avoiding)).toEqual(['cap.enumeration']);
    expect(rulesIn({ ...avoiding, namespace: NAMESPACE })).toEqual([]);
  });

  it('1.0 has codes in one text, a degree of certainty that is now Likely, and passwords', () => {
    const { alert, verdict, version } = read({
      namespace: first,
      head: { scope: null },
      between: '<password>secret</password>',
      info: { certainty: 'Very Likely', category: null },
      more: '<eventCode>SAME=CAE</eventCode><parameter>HSAS</parameter>',
    });
    expect([version, verdict.errors]).toEqual(['1.0', []]);
    expect(alert?.infos[0]).toMatchObject({
      certainty: 'Likely',
      categories: [],
      eventCodes: [{ valueName: 'SAME', value: 'CAE' }],
      parameters: [{ valueName: '', value: 'HSAS' }],
    });
    expect(JSON.stringify(alert)).not.toContain('secret');
    expect(verdict.warnings.map(({ rule }) => rule.id)).toEqual(['cap.password']);
  });

  it.each<[string, Told]>([
    ['Draft is no status of 1.0', { namespace: first, head: { status: 'Draft' } }],
    ['CBRNE is no category of 1.0', { namespace: first, info: { category: 'CBRNE' } }],
    ['Observed is no certainty of 1.0', { namespace: first, info: { certainty: 'Observed' } }],
    [
      'Very Likely is no certainty of 1.1',
      { namespace: earlier, info: { certainty: 'Very Likely' } },
    ],
    ['1.3 is no version', { namespace: 'urn:oasis:names:tc:emergency:cap:1.3' }],
  ])('%s', (_, told) => {
    expect(read(told).verdict.valid).toBe(false);
  });

  it('what 1.0 may leave out, 1.2 is not written without', () => {
    const { alert } = read({ namespace: first, head: { scope: null } });
    const written = alert === null ? null : writeCap(alert);
    expect(written?.bytes).toBeNull();
    expect(written?.verdict.errors.map(({ what }) => what)).toEqual(['it lacks scope']);
  });
});

describe('what is no alert', () => {
  const declared = (type: string): string => xmlOf({}).replace('<alert', `${type}<alert`);

  it.each([
    ['an entity', '<!DOCTYPE alert [<!ENTITY a "b">]>'],
    ['an entity of another file', '<!DOCTYPE alert [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['a type of another host', '<!DOCTYPE alert PUBLIC "-//A/B/EN" "http://localhost/a.dtd">'],
    ['entities of entities', '<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "&c;&c;">]>'],
  ])('%s is refused before anything of it is expanded', (_, type) => {
    const { alert, verdict } = readCap(bytes(declared(type)));
    expect(alert).toBeNull();
    expect(verdict.errors.map(({ rule }) => rule.id)).toEqual(['cap.document-type']);
  });

  it.each([
    ['nothing', '', 'cap.well-formed'],
    ['text', 'alert!', 'cap.well-formed'],
    ['an element that does not end', '<alert>', 'cap.well-formed'],
    ['an entity that is not declared', xmlOf({ between: '<note>&x;</note>' }), 'cap.well-formed'],
    ['a page', '<html/>', 'cap.namespace'],
    ['an alert of no namespace', '<alert/>', 'cap.namespace'],
  ])('%s is told for what it is', (_, text, rule) => {
    expect(readCap(bytes(text)).verdict.errors[0]?.rule.id).toBe(rule);
  });

  it('is larger than it may be', () => {
    const { length } = xmlOf({});
    const padded = (size: number) => readCap(bytes(xmlOf({}) + ' '.repeat(size - length)));
    expect(padded(CAP_BOUNDS.bytesMax).verdict.valid).toBe(true);
    expect(padded(CAP_BOUNDS.bytesMax + 1).verdict.errors[0]?.rule.id).toBe('cap.size');
  });

  it('nests deeper, or has more elements, than it may', () => {
    // Within an alert and a note.
    const nested = (depth: number) =>
      rulesIn({ between: `<note>${'<x>'.repeat(depth - 2)}${'</x>'.repeat(depth - 2)}</note>` });
    expect(nested(CAP_BOUNDS.depthMax)).not.toContain('cap.bounds');
    expect(nested(CAP_BOUNDS.depthMax + 1)).toEqual(['cap.bounds']);
    // Beside six of the head, info with five, and the alert.
    const many = (count: number) => rulesIn({ between: '<code>x</code>'.repeat(count - 13) });
    expect(many(CAP_BOUNDS.elementsMax)).toEqual([]);
    expect(many(CAP_BOUNDS.elementsMax + 1)).toEqual(['cap.bounds']);
  });
});

describe('a file that carries alerts', () => {
  const feed = (inside: string): Uint8Array =>
    bytes(`<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`);
  const entry = (inside: string): string =>
    `<entry><content type="text/xml">${inside}</content></entry>`;

  it('gives each that stands in an entry, and none that stands beside them', () => {
    const alerts = readCapFile(feed(entry(xmlOf({})) + entry(xmlOf({ head: { scope: null } }))));
    expect(alerts.map(({ verdict }) => verdict.valid)).toEqual([true, false]);
    expect(readCapFile(feed(xmlOf({})))).toEqual([]);
    expect(readCapFile(bytes(xmlOf({})))).toHaveLength(1);
  });

  it('may carry so many, and no more', () => {
    const one = entry(`<alert xmlns="${NAMESPACE}"/>`);
    expect(readCapFile(feed(one.repeat(ALERTS_MAX)))).toHaveLength(ALERTS_MAX);
    const [refused, ...rest] = readCapFile(feed(one.repeat(ALERTS_MAX + 1)));
    expect([refused?.verdict.errors[0]?.rule.id, rest]).toEqual(['cap.bounds', []]);
  });
});

describe('an alert that is written', () => {
  it('is read again as it was', () => {
    fc.assert(
      fc.property(capAlerts, (alert) => {
        const { bytes: written, verdict } = writeCap(alert);
        expect([written === null, verdict.errors]).toEqual([false, []]);
        const again = readCap(written ?? new Uint8Array());
        expect(again.alert).toEqual(JSON.parse(JSON.stringify(alert)));
      }),
      { numRuns: 60 },
    );
  });

  it('is not written where something of it would be lost', () => {
    const { alert } = read();
    const lossy = alert === null ? null : writeCap({ ...alert, note: 'a\u0000b' });
    expect([lossy?.bytes, lossy?.verdict.errors[0]?.rule.id]).toEqual([null, 'cap.kept']);
  });
});
