import { describe, expect, it } from 'vitest';
import { CLEAR } from '../../../../kernel/marking.ts';
import { PaperSession, SESSION, convened, instant } from '../../paper-session.ts';
import { couldDo } from '../../rules/offered.ts';
import { asks, observes, opens, suspends } from '../../scenarios/scenario.ts';
import { DELEGATIONS_ACTS, saidBy } from './may-do.ts';

/** A council with a member that is suspended, and an observer that may attend and speak. */
function councilWith(more: Readonly<Record<string, unknown>> = {}): PaperSession {
  const paper = new PaperSession();
  for (const told of convened(more)) paper.take(told);
  paper.take(observes('OBS', 'attend', 'speak'));
  paper.take(suspends('FFF', 'all'));
  return paper;
}

const offered = ({ archive }: PaperSession, actor: string) => {
  const within = { archive, at: instant('30:00'), marking: CLEAR, register: `meetings/${SESSION}` };
  return DELEGATIONS_ACTS.filter((verb) =>
    saidBy(actor, null)[verb].some((payload) => couldDo(within, actor, verb, payload)),
  );
};

describe('what is offered in a session', () => {
  it('is all that a delegation does to a member, and a check-in while it sits', () => {
    const paper = councilWith();
    const always = ['request-floor', 'deliver-statement', 'issue-document', 'submit-credentials'];
    expect(offered(paper, 'AAA')).toEqual(always);
    paper.take(opens);
    expect(offered(paper, 'AAA')).toEqual(['check-in', ...always]);
  });

  it('is what its rights allow to an observer', () => {
    const paper = councilWith();
    paper.take(opens);
    expect(offered(paper, 'OBS')).toEqual(['check-in', 'request-floor', 'deliver-statement']);
  });

  it('is nothing to whoever has no part in it, and to a suspended member its credentials', () => {
    const paper = councilWith();
    paper.take(opens);
    expect(offered(paper, 'XXX')).toEqual([]);
    expect(offered(paper, 'FFF')).toEqual(['submit-credentials']);
  });

  it('is the credentials alone, until they are handed in where they are needed', () => {
    const paper = councilWith({ credentials: 'submitted' });
    paper.take(opens);
    expect(offered(paper, 'AAA')).toEqual(['submit-credentials']);
  });

  it('is the floor as long as one of its kinds may still be asked for', () => {
    const paper = councilWith();
    for (const kind of ['statement', 'right-of-reply']) paper.take(asks('AAA', { kind }));
    expect(offered(paper, 'AAA')).toContain('request-floor');
    paper.take(asks('AAA', { kind: 'point-of-order' }));
    expect(offered(paper, 'AAA')).not.toContain('request-floor');
  });
});
