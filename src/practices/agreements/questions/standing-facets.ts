/** What rows tell of a standing: its days, its instrument and the act behind it. */
import type { Status } from '../rules/status.ts';

/** The consent behind a standing. */
function consentFacets({ consent, effect, standing }: Status) {
  if (consent === null) {
    return { instrument: null, depositedOn: null, effectiveOn: null, withdrawnOn: null };
  }
  return {
    instrument: consent.event.instrument,
    depositedOn: consent.on,
    effectiveOn: effect?.on ?? null,
    withdrawnOn: standing === 'withdrawn' ? consent.until : null,
  };
}

/** The act that decides a standing, and where it was recorded from. */
function actFacets({ consent, provisional, signature }: Status) {
  const event = consent?.event ?? provisional ?? signature;
  return event === null ? { act: null, source: null } : { act: event.act, source: event.source };
}

/** A standing as cells of a row; plain dates, null where there is none. */
export function standingFacets(found: Status) {
  return {
    standing: found.standing,
    since: found.since,
    signedOn: found.signature?.on ?? null,
    provisionalOn: found.provisional?.on ?? null,
    ...consentFacets(found),
    ...actFacets(found),
  };
}
