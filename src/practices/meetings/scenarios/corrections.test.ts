/** A vote recorded in error: what was meant stands beside it, and the tally stays as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PaperMeetings, type Told } from '../paper-meetings.ts';
import { CHOICES } from '../payloads/decision-rule.ts';
import { positionRows } from '../questions/decisions/rows.ts';
import { floorOf } from '../rules/decisions/floor-of.ts';
import { outcomeOf } from '../rules/decisions/outcome-of.ts';
import { BEGUN, MEMBERS, closes, opens, puts, votes } from './order-scenario.ts';

const AT = '2026-03-01T12:00:00.000Z';

const corrects = (actor: string, intended?: string): Told => ({
  does: 'state-position',
  register: 'meetings/first-session',
  actor,
  with: {
    decision: 'draft',
    kind: 'correction',
    words: 'The delegation had intended otherwise.',
    ...(intended !== undefined && { intended }),
  },
});

function paperWith(given: readonly Told[]): PaperMeetings {
  const paper = new PaperMeetings({
    membersOn: (group) => (group === 'league' ? MEMBERS : []),
  });
  for (const told of [...BEGUN, puts('draft'), opens('draft'), ...given]) paper.take(told);
  return paper;
}

function decided(paper: PaperMeetings) {
  const floor = floorOf(paper.archive, 'first-session');
  const decision = paper.archive.decisions('first-session').get('draft');
  if (floor === null || decision === undefined) throw new Error('the question was put');
  return { decision, reckoned: outcomeOf(decision, floor, AT) };
}

const choice = fc.constantFrom(...CHOICES);
const cast = fc.array(choice, { minLength: 1, maxLength: MEMBERS.length });

describe('a correction of intention', () => {
  it('leaves the outcome, the tally and its reasons as they are, whatever was intended', () => {
    fc.assert(
      fc.property(cast, fc.array(fc.tuple(fc.nat(5), choice)), (choices, corrections) => {
        const given = choices.map((one, seat) => votes('draft', one, MEMBERS[seat]));
        const paper = paperWith([...given, closes('draft')]);
        const before = decided(paper).reckoned;
        for (const [seat, one] of corrections) paper.take(corrects(MEMBERS[seat] ?? 'AAA', one));
        const after = decided(paper);
        expect(after.reckoned).toEqual(before);
        expect(after.decision.positions).toHaveLength(corrections.length);
        expect(after.decision.changed).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is recorded after the close, with the vote that was intended', () => {
    const paper = paperWith([votes('draft', 'yes', 'AAA')]);
    expect(paper.put(corrects('AAA', 'no'))?.rule.id).toBe('meetings.correction-of-intention');
    paper.take(closes('draft'));
    expect(paper.put(corrects('AAA'))?.rule.id).toBe('meetings.correction-of-intention');
    expect(paper.put(corrects('AAA', 'no'))).toBeNull();
  });

  it('is made by members alone, those among them that did not vote', () => {
    const paper = paperWith([votes('draft', 'yes', 'AAA'), closes('draft')]);
    expect(paper.put(corrects('BBB', 'abstain'))).toBeNull();
    expect(paper.put(corrects('ZZZ', 'no'))?.rule.id).toBe('meetings.members-vote');
  });

  it('stands among what was stated after the vote, in its author’s words', () => {
    const paper = paperWith([votes('draft', 'yes', 'AAA'), closes('draft')]);
    paper.take(corrects('AAA', 'no'));
    const { decision } = decided(paper);
    const tongue = { locale: 'en', actors: { actor: () => undefined } } as unknown;
    expect(positionRows(decision, tongue as Parameters<typeof positionRows>[1])).toMatchObject([
      { actor: 'AAA', kind: 'correction', intended: 'no', isBefore: false },
    ]);
  });
});
