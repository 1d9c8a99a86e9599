import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../../kernel/test-processor-time.ts';
import { PROVISION_ID } from '../../provision.ts';
import { STATEMENTS_READ_MAX, type StatementRead, readDeclarations } from './reading.ts';

const NAMES: Readonly<Record<string, string>> = {
  Ruritania: 'RUR',
  'Kingdom of Ruritania': 'RUR',
  Freedonia: 'FRE',
  'Republic of Freedonia': 'FRE',
  Sylvania: 'SYL',
  'Sylvanian Soviet Republic': 'SYL',
};
const resolve = (name: string): string | null => NAMES[name.replace(/^the /, '')] ?? null;
const read = (page: string) => readDeclarations(page, resolve);
const statements = (words: string): readonly StatementRead[] =>
  read(`#Ruritania\n${words}\n`).statements;

function only(words: string): StatementRead {
  const [one, ...others] = statements(words);
  if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} statements`);
  return one;
}

/** Sentences of our own, in the manner of the genre: what they are, and which provisions. */
const KINDS: readonly (readonly [kind: string, provisions: string, words: string])[] = [
  ['reservation', 'art_7__para_2', 'Ruritania does not consider itself bound by article 7 (2).'],
  [
    'reservation',
    'art_41__para_1',
    'In accordance with article 41, paragraph 3, Ruritania shall not be bound by paragraph 1 of ' +
      'that article, under which a difference may go to the Tribunal.',
  ],
  [
    'reservation',
    'art_9__list_b art_9__list_c',
    'Ruritania enters a reservation to article 9 (b) and (c), since its Constitution of 1901 ' +
      'provides otherwise in article 3 of the Constitution.',
  ],
  [
    'interpretative',
    'art_5 art_6 art_7 art_8',
    'Ruritania understands Articles 5 to 8 as leaving the hours of work to its own statutes.',
  ],
  [
    'interpretative',
    'annex_II__art_3',
    'The term "vessel" in Annex II, article 3 shall be interpreted so as to include barges.',
  ],
  [
    'optional',
    'art_21__para_1',
    'Pursuant to article 21, paragraph 1, Ruritania hereby declares that it recognizes the ' +
      'competence of the Board to hear complaints.',
  ],
  ['territorial', '', 'The Convention shall not extend to the territory of the Outer Skerries.'],
  [
    'notification',
    'art_12__para_4',
    'The central authority designated under article 12 (4) is the Registry. Telephone: 55 01.',
  ],
  [
    'withdrawal',
    'art_7',
    'Ruritania has decided to withdraw its reservation to article 7, made when it acceded.',
  ],
  [
    'political',
    'art_30',
    'Ruritania draws attention to the discriminatory character of article 30, which is at ' +
      'variance with the principle of sovereign equality.',
  ],
  [
    'political',
    '',
    'Ruritania reserves its right to formulate reservations when it ratifies the Convention.',
  ],
  ['reservation', 'art_3', 'Le Gouvernement ne se considère pas lié par l’article 3.'],
  ['reservation', 'art_3', 'El Gobierno no se considera obligado por el artículo 3.'],
];

describe('a statement', () => {
  it.each(KINDS)('is read as %s of [%s]: %s', (kind, provisions, words) => {
    const one = only(words);
    expect(one.kind).toBe(kind);
    expect([...one.provisions].sort().join(' ')).toBe(provisions);
  });

  it('that objects names whose reservations, and whether the agreement stays in force', () => {
    const words =
      'Ruritania objects to the reservations to article 4 made by the Republic of Freedonia and ' +
      'by the Sylvanian Soviet Republic. This does not preclude the entry into force of the ' +
      'Convention between Ruritania and these States.';
    const one = only(words);
    const found = { kind: 'objection', towards: ['FRE', 'SYL'], definite: false };
    expect(one).toMatchObject({ ...found, provisions: ['art_4'] });
    const definite =
      'Ruritania objects to the reservation made by Freedonia, which precludes the entry into ' +
      'force of the Convention between Ruritania and Freedonia.';
    expect(only(definite)).toMatchObject({ towards: ['FRE'], definite: true });
    const silent = 'Ruritania cannot accept the reservation made by Freedonia to article 4.';
    expect(only(silent)).toMatchObject({ kind: 'objection', definite: null });
  });

  it('that refuses recognition names towards whom', () => {
    const words = 'Accession shall in no way imply recognition of Freedonia by Ruritania.';
    expect(only(words)).toMatchObject({ kind: 'non-recognition', towards: ['FRE'] });
  });

  it('says when it was made, in which language, and of whom', () => {
    const words = 'Upon signature Ruritania declares that it understands article 2 broadly.';
    expect(only(words)).toMatchObject({ moment: 'signature', language: 'en', actor: 'RUR' });
    const french = 'Le Gouvernement de la Ruritanie formule une réserve sur l’article 3 de la loi.';
    expect(only(french)).toMatchObject({ moment: null, language: 'fr' });
  });

  it('that says little is read with little confidence, and the reasons are told', () => {
    const little = only('The waters of the river are the common care of all who live on it.');
    expect(little).toMatchObject({ kind: 'political', confidence: 10 });
    expect(little.reasons).toEqual([{ kind: 'political', points: 10, words: '', from: 'nothing' }]);
    const much = only('Ruritania does not consider itself bound by article 7 (2).');
    expect(much.confidence).toBeGreaterThanOrEqual(90);
    expect(much.reasons[0]).toMatchObject({ kind: 'reservation', from: 'text' });
  });

  it('of a kind that could be two is less certain than of one', () => {
    const mixed = only(
      'Ruritania considers that any dispute should be settled by negotiation, and declares in ' +
        'accordance with article 9 that it is of the view that other means are slow.',
    );
    expect(mixed.confidence).toBeLessThan(80);
  });
});

describe('a page', () => {
  it('parts paragraphs that lost the break between them', () => {
    const found = statements(
      'Ruritania does not consider itself bound by article 7.The Government declares that it ' +
        'understands article 9 in the light of its laws."2.Ruritania shall not be bound by ' +
        'Part II.',
    );
    expect(found.map((one) => [one.kind, one.provisions])).toEqual([
      ['reservation', ['art_7']],
      ['interpretative', ['art_9']],
      ['reservation', ['part_II']],
    ]);
  });

  it('keeps a list of what follows from one declaration together', () => {
    const one = only(
      'Pursuant to article 3, Ruritania declares the following:1. Service begins at twenty.' +
        '2. Service ends at forty.',
    );
    expect(one).toMatchObject({ kind: 'optional', provisions: ['art_3'] });
  });

  it('takes kind, provisions and day from what stands over a statement', () => {
    const page =
      '# Freedonia [2]\n\n3 May 1971\n\nReservation concerning article 8:\n\n' +
      'The Government will keep the customs of the mountain districts.\n\nObjections\n' +
      '(Unless otherwise indicated, the objections were made upon ratification.)\n\n' +
      '#Sylvania\nThe reservation of Freedonia is noted with concern.\n\n#Ruritania\n\n';
    const { statements: found, silent, skipped } = read(page);
    expect(found.map((one) => [one.participant, one.kind, one.on, one.moment])).toEqual([
      ['Freedonia', 'reservation', '1971-05-03', null],
      ['Sylvania', 'objection', null, 'consent'],
    ]);
    expect(found[0]?.provisions).toEqual(['art_8']);
    expect(silent).toEqual(['Ruritania']);
    expect(skipped.map((one) => one.reason)).toEqual(
      expect.arrayContaining(['participant', 'date', 'heading', 'section']),
    );
  });

  it('takes a bare name over what follows for a participant, and no name within a list', () => {
    const page =
      'Freedonia 3\nIt shall not be bound by article 7.\n\nKingdom of Ruritania\n' +
      'It understands article 2, as others do, among them\nFreedonia\nand others, broadly.\n';
    const found = read(page).statements.map((one) => [one.participant, one.actor, one.kind]);
    expect(found).toEqual([
      ['Freedonia', 'FRE', 'reservation'],
      ['Kingdom of Ruritania', 'RUR', 'interpretative'],
    ]);
  });

  it('mends words that were broken at the end of a line', () => {
    const one = only('Ruritania does not con-\nsider itself bound by arti- cle 7 of the text.');
    expect(one).toMatchObject({ kind: 'reservation', provisions: ['art_7'] });
    expect(one.text).toContain('con-\nsider');
  });

  it('counts what others do under the same clause, where a statement says little itself', () => {
    const others = Array.from(
      { length: 9 },
      (_, at) =>
        `#State ${at}\nIn accordance with article 3, it declares that the age is eighteen.\n\n`,
    );
    const page = `${others.join('')}#Ruritania\nThe age for all is nineteen years.\n`;
    const last = read(page).statements.at(-1);
    expect(last).toMatchObject({ kind: 'optional' });
    expect(last?.reasons.map((one) => one.from)).toContain('others');
    expect(last?.confidence).toBeLessThan(60);
  });

  it('without any heading is read all the same, in nobody’s name', () => {
    const [one] = read('It does not consider itself bound by article 7.').statements;
    expect(one).toMatchObject({ participant: '', actor: null, kind: 'reservation' });
  });

  it('that is empty has nothing in it', () => {
    expect(read('')).toMatchObject({ statements: [], skipped: [], silent: [] });
    expect(read('\n \r\n\t')).toMatchObject({ statements: [] });
  });

  it('has a bound on its statements, and the others are named as passed over', () => {
    const line = '#Ruritania\nIt shall not be bound by article 7.\n';
    for (const count of [STATEMENTS_READ_MAX - 1, STATEMENTS_READ_MAX, STATEMENTS_READ_MAX + 1]) {
      const page = read(line.repeat(count));
      const left = page.skipped.filter((one) => one.reason === 'too-many');
      expect(page.statements.length).toBe(Math.min(count, STATEMENTS_READ_MAX));
      expect(left.length).toBe(Math.max(0, count - STATEMENTS_READ_MAX));
    }
  });
});

/** Pieces that such pages are made of, put together at random. */
const piece = fc.constantFrom(
  '#Ruritania\n',
  '\n\n',
  '\n',
  '\r\n',
  ' ',
  'Objections\n',
  '(Unless otherwise indicated, made upon accession.)\n',
  'Reservation:',
  '“',
  '"',
  '1.',
  '(a)',
  'Article 3',
  'paragraphs 2 (a) and 3 of article 32',
  'Ruritania does not consider itself bound by article 7.',
  'The Government objects to the reservation made by Freedonia.',
  'as follows:',
  '…',
  '[3]',
  '7 June 1950\n',
);
const page = fc
  .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

describe('whatever the page', () => {
  it('is read without fault, into provisions that are addresses', () => {
    fc.assert(
      fc.property(page, (words) => {
        for (const one of read(words).statements) {
          expect(one.confidence).toBeGreaterThanOrEqual(0);
          expect(one.confidence).toBeLessThanOrEqual(100);
          expect(Number.isInteger(one.confidence)).toBe(true);
          expect(one.provisions.every((id) => PROVISION_ID.test(id))).toBe(true);
        }
      }),
    );
  });

  it('has every character in exactly one statement, or named as passed over, or blank', () => {
    fc.assert(
      fc.property(page, (words) => {
        const { text, statements: found, skipped } = read(words);
        const spans = [...found, ...skipped].sort((one, other) => one.from - other.from);
        let at = 0;
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, from).trim()).toBe('');
          at = to;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('is read alike whichever way its lines end', () => {
    fc.assert(
      fc.property(page, (words) => {
        const plain = words.replaceAll(/\r\n?/g, '\n');
        const ends = [plain, plain.replaceAll('\n', '\r\n'), plain.replaceAll('\n', '\r')];
        const [first, ...others] = ends.map((one) => read(one).statements);
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });

  it('takes no longer for a page that is one endless statement', () => {
    const taken = processorTime();
    read(`#Ruritania\n${'the reservations made by the parties to article 3 and '.repeat(8000)}`);
    expect(taken()).toBeLessThan(3000);
  });
});
