/**
 * Agreements of which each party keeps a copy of its own: consent names, by their hash, the terms
 * that it is to. VCLT Arts. 2(1)(a), 11-13.
 */
import { rule } from '../../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Adoption } from '../../payloads/agreement.ts';
import type { Passage } from '../../payloads/depositary.ts';
import type { Dossier } from '../dossier.ts';
import type { AgreementEvent } from '../history.ts';
import type { Case, Others } from '../judging/judging-check.ts';
import type { Words } from '../texts/library.ts';
import { termsHash, termsParts } from '../texts/terms.ts';
import { rectificationsIn, textsOn } from '../texts/texts.ts';

export const MIRROR_RULES = {
  quoted: rule(
    'agreements.terms-quoted',
    'VCLT Arts. 11-13; Concord agreements, "Mirrored"',
    'Where each party keeps a copy of its own, consent quotes the hash of the terms.',
  ),
  same: rule(
    'agreements.terms-at-hand',
    'VCLT Arts. 10, 11; Concord agreements, "Mirrored"',
    'Consent is to the terms at hand, and quotes their hash and no other.',
  ),
} as const;

/** What was rectified, in an order that does not depend on when a side recorded it. */
function passagesIn(events: readonly AgreementEvent[]): Passage[] {
  const inTurn = rectificationsIn(events).sort((one, other) =>
    one.on === other.on ? 0 : one.on < other.on ? -1 : 1,
  );
  return inTurn.flatMap(({ passages }) => passages);
}

/** The terms as a record has them: under one hash, and piece by piece. */
export interface Terms {
  readonly hash: string;
  readonly parts: ReadonlyMap<string, string>;
}

/** What goes into the terms; null where words of them are not at hand. */
function agreedOf(
  adoption: Adoption,
  events: Iterable<AgreementEvent>,
  wordsOf: (act: string) => Words | null,
): readonly [Adoption, Words[], Passage[]] | null {
  const all = [...events].sort((one, other) => one.ledger - other.ledger);
  const texts = textsOn(all, adoption.adoptedOn, '9999-12-31');
  const last = new Set([...texts.values()].map(({ act }) => act));
  const words: Words[] = [];
  for (const { act, kind } of all) {
    if (kind !== 'change-text' && !last.has(act)) continue;
    const own = wordsOf(act);
    if (own === null) return null;
    words.push(own);
  }
  return [adoption, words, passagesIn(all)];
}

/** The hash of the terms as the record has them; null where words of them are not at hand. */
export function termsOf(...given: Parameters<typeof agreedOf>): string | null {
  const agreed = agreedOf(...given);
  return agreed && termsHash(...agreed);
}

/** The same with its pieces, for copies that are laid beside each other. */
export function termsWithParts(...given: Parameters<typeof agreedOf>): Terms | null {
  const agreed = agreedOf(...given);
  return agreed && { hash: termsHash(...agreed), parts: termsParts(...agreed) };
}

/** The hash of the terms that a dossier has at hand. */
export function termsAtHand(dossier: Dossier, others: Pick<Others, 'words'>): string | null {
  const { adoption } = dossier;
  return adoption && termsOf(adoption, dossier.events(), (act) => others.words(act));
}

/** Whether a signature or an instrument may not stand for the terms that it quotes, or does not. */
export function termsRefusal(one: Case<{ readonly terms?: string | undefined }>): Refusal | null {
  const { terms } = one.payload;
  if (terms === undefined) {
    if (one.adoption.mirrored !== true) return null;
    return refuse(MIRROR_RULES.quoted, said('It does not say which terms it is to.'), {
      remedy: said('Read the text, and quote the hash of its terms.'),
    });
  }
  const hash = termsAtHand(one.dossier, one.others);
  return hash === terms
    ? null
    : refuse(
        MIRROR_RULES.same,
        said('It quotes {$terms}…, and the terms are others here.', { terms: terms.slice(0, 12) }),
        {
          remedy: said('Read the text again, compare the copies, and consent to what both say.'),
          // What was signed to these words holds once they are the words here.
          ...(one.adoption.mirrored === true && { forNow: true }),
        },
      );
}
