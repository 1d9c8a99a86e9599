/** Whether officers may be elected, observers admitted, and rights taken and given back. */
import { refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import {
  type AdmittedObserver,
  type ElectedOfficer,
  type EndedObservation,
  type EndedOffice,
  type RestoredRights,
  SINGLE_OFFICES,
  type SuspendedRights,
} from '../../payloads/body.ts';
import { holdsOn } from './body-state.ts';
import { type BodyJudge, unknownOn } from './given-body.ts';
import { BODY_RULES } from './law-bodies.ts';
import { membersOn } from './members.ts';
import { observersOn, officersOn, suspensionsOn } from './standing.ts';

/** An officer is a known actor or a named person; some offices are held by one alone. */
export const judgeElected: BodyJudge<ElectedOfficer> = (upon) => {
  const { body, payload } = upon;
  const { from, holder, office, person, until } = payload;
  if (holder === undefined && person === undefined) {
    return refuse(BODY_RULES.office, said('Nobody is named who would hold the office.'), {
      remedy: said('Name a member, or a person.'),
    });
  }
  const unknown = holder === undefined ? null : unknownOn(holder, from, upon);
  if (unknown !== null) return unknown;
  const held = body.officers.find(
    (term) =>
      term.fact.payload.office === office &&
      (SINGLE_OFFICES.includes(office) ||
        (term.fact.payload.holder === holder && term.fact.payload.person === person)) &&
      (holdsOn(term, from) || holdsOn({ from, until }, term.from)),
  );
  return held === undefined
    ? null
    : refuse(
        BODY_RULES.office,
        said('The office is held from {$from} in this time.', { from: held.from }),
        {
          remedy: said('End it first, or correct the days.'),
        },
      );
};

/** An office ends for who holds it. */
export const judgeEndOfOffice: BodyJudge<EndedOffice> = ({ body, payload }) => {
  const { holder, office, person, until } = payload;
  const isHeld = officersOn(body, until).some(({ fact }) => {
    const held = fact.payload;
    return held.office === office && held.holder === holder && held.person === person;
  });
  return isHeld
    ? null
    : refuse(
        BODY_RULES.held,
        holder === undefined && person === undefined
          ? said('Nobody is no {$office} on {$until}.', { office, until })
          : said('{$holder} is no {$office} on {$until}.', {
              holder: holder ?? person ?? '',
              office,
              until,
            }),
      );
};

/** An observer is known, and no member. */
export const judgeObserver: BodyJudge<AdmittedObserver> = (upon) => {
  const { archive, body, payload } = upon;
  const { from, observer } = payload;
  const unknown = unknownOn(observer, from, upon);
  if (unknown !== null) return unknown;
  return membersOn(body, from, archive.registry).includes(observer)
    ? refuse(
        BODY_RULES.observer,
        said('{$observer} is a member of this body on {$from}.', { observer, from }),
      )
    : null;
};

/** An admission ends for who has one. */
export const judgeEndOfObservation: BodyJudge<EndedObservation> = ({ body, payload }) => {
  const { observer, until } = payload;
  return observersOn(body, until).some(({ fact }) => fact.payload.observer === observer)
    ? null
    : refuse(BODY_RULES.held, said('{$observer} is no observer on {$until}.', { observer, until }));
};

/** Rights are taken from a member, once for one reason. */
export const judgeSuspension: BodyJudge<SuspendedRights> = ({ archive, body, payload }) => {
  const { from, member } = payload;
  if (!membersOn(body, from, archive.registry).includes(member)) {
    return refuse(
      BODY_RULES.rights,
      said('{$member} is no member of this body on {$from}.', { member, from }),
    );
  }
  const same = suspensionsOn(body, member, from).find(({ payload: { for: why, what } }) => {
    return why === payload.for && what === payload.what;
  });
  return same === undefined
    ? null
    : refuse(
        BODY_RULES.rights,
        said('They are suspended since {$from} already.', { from: same.payload.from }),
      );
};

/** Rights are given back, or the vote permitted, where they are suspended. */
export const judgeRestoration: BodyJudge<RestoredRights> = ({ body, payload }) => {
  const { from, member } = payload;
  const held = suspensionsOn(body, member, from).some(
    (one) => payload.for === undefined || one.payload.for === payload.for,
  );
  return held
    ? null
    : refuse(
        BODY_RULES.rights,
        said('No such right of {$member} is suspended on {$from}.', { member, from }),
      );
};
