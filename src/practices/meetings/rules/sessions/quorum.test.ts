/** Credentials, presence and quorum of a session, over acts as they are admitted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PaperSession, MEMBERS, convened, instant } from '../../paper-session.ts';
import { type QuorumRule, bodyViewOf } from './body-view.ts';
import { credentialsOf, mayTakePart } from './credentials.ts';
import { quorumFinding, quorumOf } from './quorum.ts';
import { presentAt, sittingAt } from './sittings.ts';

const THIRD: QuorumRule = { threshold: '1/3', more: false, citation: 'rule 67' };
const MAJORITY: QuorumRule = { threshold: '1/2', more: true, citation: 'rule 67' };

function opened(more: Readonly<Record<string, unknown>> = {}): PaperSession {
  const paper = new PaperSession();
  for (const told of convened(more)) paper.take(told);
  paper.take({ does: 'open-sitting', actor: 'secretariat' });
  return paper;
}

const quorum = (paper: PaperSession, minute: string, ruled: QuorumRule) => {
  const session = paper.session();
  const body = bodyViewOf(paper.archive, session, '2026-03-02');
  return quorumFinding(session, body, instant(minute), ruled);
};

describe('a quorum', () => {
  it.each([
    [193, THIRD, 65],
    [193, MAJORITY, 97],
    [6, THIRD, 2],
    [6, MAJORITY, 4],
    [7, THIRD, 3],
    [0, THIRD, 0],
  ])('of %i members takes %o of them: %i', (members, rule, needed) => {
    expect(quorumOf(members, rule)).toBe(needed);
  });

  it('is the least number that meets the share, whatever the share', () => {
    const shares = fc.record({ of: fc.integer({ min: 1, max: 60 }), in: fc.integer({ min: 1 }) });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        shares,
        fc.boolean(),
        (members, share, more) => {
          const [of, whole] = [share.of, (share.in % 60) + share.of];
          const rule = { threshold: `${of}/${whole}`, more, citation: 'any' };
          const needed = quorumOf(members, rule);
          const meets = (count: number): boolean =>
            more ? count * whole > members * of : count * whole >= members * of;
          expect([meets(needed), needed > 0 && meets(needed - 1)]).toEqual([true, false]);
        },
      ),
    );
  });

  it('counts members in the room, with the act that brought each there', () => {
    const paper = opened();
    const first = paper.take({ does: 'check-in', actor: 'AAA', at: '01:00' });
    expect(quorum(paper, '01:00', THIRD)).toMatchObject({
      value: false,
      text: '1 of 6 members are present; 2 are needed.',
      missing: ['1 more of the members'],
      counted: [{ actor: 'AAA', act: first }],
    });
    paper.take({
      does: 'register-presence',
      actor: 'secretariat',
      at: '02:00',
      with: { present: ['BBB', 'CCC'] },
    });
    expect(quorum(paper, '02:00', THIRD).value).toBe(true);
    expect(quorum(paper, '01:59', THIRD).value).toBe(false);
    expect(quorum(paper, '02:00', MAJORITY).missing).toEqual(['1 more of the members']);
  });

  it('is lost when members leave, and ends with the sitting', () => {
    const paper = opened();
    for (const actor of ['AAA', 'BBB']) paper.take({ does: 'check-in', actor, at: '01:00' });
    paper.take({ does: 'check-in', actor: 'AAA', with: { as: 'left' }, at: '03:00' });
    expect(quorum(paper, '02:59', THIRD).value).toBe(true);
    expect(quorum(paper, '03:00', THIRD).value).toBe(false);
    paper.take({ does: 'close-sitting', actor: 'secretariat', at: '04:00' });
    expect([...presentAt(paper.session(), instant('04:00')).keys()]).toEqual([]);
    expect([...presentAt(paper.session(), instant('03:30')).keys()]).toEqual(['BBB']);
  });

  it('leaves out who came in without the credentials that are needed, and says why', () => {
    const paper = opened({ credentials: 'submitted' });
    const papers = { delegates: [{ name: 'A', role: 'head' }], issuedBy: 'head-of-state' };
    paper.take({ does: 'submit-credentials', actor: 'AAA', with: papers });
    paper.take({ does: 'check-in', actor: 'AAA' });
    const present = ['BBB'];
    paper.take({ does: 'register-presence', actor: 'secretariat', with: { present } });
    const found = quorum(paper, '00:00', THIRD);
    expect(found.counted.map(({ actor }) => actor)).toEqual(['AAA']);
    expect(found.excluded).toMatchObject([{ ref: { actor: 'BBB' }, reason: 'credentials: none' }]);
  });

  it('of those who come and go is that of whoever came last without going', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...MEMBERS), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(moves, (all) => {
        const paper = opened();
        const expected = new Map<string, boolean>();
        for (const [actor, comes] of all) {
          paper.take({ does: 'check-in', actor, with: { as: comes ? 'present' : 'left' } });
          expected.set(actor, comes);
        }
        const here = [...expected].filter(([, isHere]) => isHere).map(([actor]) => actor);
        const found = [...presentAt(paper.session(), instant('00:00')).keys()];
        expect(found.toSorted()).toEqual(here.toSorted());
      }),
      { numRuns: 50 },
    );
  });
});

describe('credentials', () => {
  const papers = { delegates: [{ name: 'A', role: 'head' }], issuedBy: 'head-of-state' };
  const report = (as: string) => ({ findings: [{ actor: 'AAA', as, reason: 'As found.' }] });
  const standing = (paper: PaperSession, minute: string) =>
    credentialsOf(paper.session(), 'AAA', instant(minute))?.as ?? 'none';

  it('are handed in, reported on, and stand so from the minute of the report', () => {
    const paper = opened({ credentials: 'accepted' });
    paper.take({ does: 'submit-credentials', actor: 'AAA', with: papers, at: '01:00' });
    const reported = { does: 'report-credentials', actor: 'secretariat' };
    paper.take({ ...reported, with: report('accepted'), at: '02:00' });
    expect(['00:59', '01:00', '02:00'].map((at) => standing(paper, at))).toEqual([
      'none',
      'submitted',
      'accepted',
    ]);
    paper.take({ does: 'submit-credentials', actor: 'AAA', with: papers, at: '03:00' });
    expect(standing(paper, '03:00')).toBe('accepted');
  });

  it('that were rejected may be handed in anew, and wait for another report', () => {
    const paper = opened({ credentials: 'submitted' });
    const reported = { does: 'report-credentials', actor: 'secretariat' };
    paper.take({ ...reported, with: report('rejected'), at: '01:00' });
    expect(mayTakePart(paper.session(), 'AAA', instant('01:00'))).toMatchObject({
      value: false,
      text: 'rejected: As found.',
    });
    paper.take({ does: 'submit-credentials', actor: 'AAA', with: papers, at: '02:00' });
    expect(mayTakePart(paper.session(), 'AAA', instant('02:00')).value).toBe(true);
  });

  it.each([
    ['none', 'deferred', true],
    ['none', 'rejected', false],
    ['submitted', 'deferred', true],
    ['accepted', 'deferred', false],
    ['accepted', 'provisional', true],
  ] as const)('where %s are needed and they are %s: %s', (credentials, as, mayDo) => {
    const paper = opened({ credentials });
    paper.take({ does: 'report-credentials', actor: 'secretariat', with: report(as) });
    expect(mayTakePart(paper.session(), 'AAA', instant('00:00')).value).toBe(mayDo);
  });
});

describe('a sitting', () => {
  it('is suspended, taken up again and closed, and the next one has the next number', () => {
    const paper = opened();
    const standing = (minute: string) => {
      const current = sittingAt(paper.session(), instant(minute));
      return current && [current.sitting.number, current.standing];
    };
    paper.take({ does: 'suspend-sitting', actor: 'secretariat', at: '01:00' });
    paper.take({ does: 'resume-sitting', actor: 'secretariat', at: '02:00' });
    paper.take({ does: 'close-sitting', actor: 'secretariat', at: '03:00' });
    paper.take({ does: 'open-sitting', actor: 'secretariat', at: '04:00' });
    expect(['00:00', '01:00', '02:00', '03:00', '04:00'].map(standing)).toEqual([
      [1, 'open'],
      [1, 'suspended'],
      [1, 'open'],
      null,
      [2, 'open'],
    ]);
  });
});
