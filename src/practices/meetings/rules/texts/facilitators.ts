/** Who was entrusted with a text by those who preside over its body. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { AppointedFacilitator } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';

/** Facilitators on a day: what was said of each last counts. */
export function facilitatorsOn(facts: readonly Fact[], day: PlainDateText): readonly string[] {
  const until = new Map<string, PlainDateText | undefined>();
  for (const fact of facts) {
    if (fact.type !== 'meetings.appoint-facilitator') continue;
    // The schema accepted the payload of this very type.
    const appointed = fact.payload as AppointedFacilitator;
    until.set(appointed.holder, appointed.until);
  }
  return [...until].flatMap(([holder, last]) =>
    last === undefined || day <= last ? [holder] : [],
  );
}
