import { describe, expect, it } from 'vitest';
import type { Asking, LifeScenario } from '../../scenarios/life.ts';
import { lives } from '../../scenarios.ts';
import { deadlinesOf } from '../deadlines.ts';
import { partyFacts } from '../docket.ts';
import { factsFrom } from '../facts-for-tests.ts';
import { paperChronicle } from '../paper-chronicle.ts';
import { agreementStateOn } from '../agreement-state.ts';
import { dossiersOf, statusOn } from '../status.ts';
import { pairFinding } from './versions-finding.ts';
import { type Family, type Member, amendmentsStanding } from './versions.ts';

function familyOf({ facts, texts }: LifeScenario): Family {
  const members = new Map<string, Member>();
  const read = partyFacts((agreement) => members.get(agreement) ?? null);
  const known = { ...factsFrom(facts), ...read };
  for (const [id, told] of Object.entries(texts)) {
    const chronicle = paperChronicle({ ...told, id, facts: known });
    members.set(id, { chronicle, dossiers: dossiersOf(chronicle) });
  }
  return { root: Object.keys(texts)[0] ?? '', members };
}

function memberOf(family: Family, id: string): Member {
  const member = family.members.get(id);
  if (!member) throw new Error(`no text ${id}`);
  return member;
}

/** The question with the answer that the rules give, to be held against the one expected. */
function answered(asking: Asking, family: Family): Asking {
  const { on } = asking;
  if ('state' in asking) {
    return { ...asking, is: agreementStateOn(memberOf(family, asking.state).chronicle, on) };
  }
  if ('standing' in asking) {
    const [agreement, actor] = asking.standing;
    const { chronicle, dossiers } = memberOf(family, agreement);
    const { standing: is, since } = statusOn(actor, on, chronicle, dossiers);
    return { ...asking, is, since };
  }
  if ('bound' in asking) {
    const all = [...family.members].map(([id, { chronicle, dossiers }]) => {
      return [id, statusOn(asking.bound, on, chronicle, dossiers)] as const;
    });
    const parties = all.filter(([, { standing }]) => standing === 'party');
    return { ...asking, is: parties.map(([id, { since }]) => [id, since] as const) };
  }
  if ('due' in asking) {
    const found = deadlinesOf(memberOf(family, asking.due), on);
    return { ...asking, is: found.map((one) => [one.kind, one.on, one.actor] as const) };
  }
  const stands = amendmentsStanding(family, on, asking.between);
  return { ...asking, stands: stands.map(({ agreement }) => agreement) };
}

describe('the life of an agreement', () => {
  it.each(lives.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const family = familyOf(one);
    for (const asking of one.asked) expect(answered(asking, family)).toEqual(asking);
  });

  it('is explained as it is computed: the finding names what stands between two', () => {
    for (const one of lives) {
      const family = familyOf(one);
      const pairs = one.asked.flatMap((asking) => ('between' in asking ? [asking] : []));
      for (const { between, on, stands } of pairs) {
        const found = pairFinding(family, on, between);
        const standing = found.parts.filter(({ value }) => value === true);
        expect([one.title, standing.length]).toEqual([one.title, stands.length]);
        expect(found.value).toBe(true);
      }
    }
  });
});
