/** Whether a text, or a change of one may be admitted. VCLT Arts. 9, 10, 33, 39, 79. */
import { structureFault } from '../../../../standards/akoma-ntoso/outline.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { ActOf } from '../../../../kernel/act.ts';
import { FixedText, type Provision, type TextChange, TextChanges } from '../../payloads/texts.ts';
import { withChange } from './change-text.ts';
import type { Dossier } from '../dossier.ts';
import { type Case, type Check, type Others, check } from '../judging/judging-check.ts';
import { RULES } from '../law.ts';
import { TEXT_RULES } from './law-texts.ts';
import { isWhole } from './library.ts';
import { changesIn, versionsIn } from './texts.ts';
import { isVersion } from '../versions/versions.ts';

function structureRefusal(provisions: readonly Provision[]): Refusal | null {
  const fault = structureFault(provisions);
  return fault === null
    ? null
    : refuse(TEXT_RULES.structure, said('The provisions make no text: {$fault}.', { fault }), {
        remedy: said(
          'Give each provision one address, and put parts after what they are parts of.',
        ),
      });
}

/** A text in the name of one actor is its own draft; what is adopted is everybody's. */
function custodianRefusal({ act, adoption }: Case<unknown>): Refusal | null {
  if (act.header.basis.kind === 'recorded') return null;
  return refuse(RULES.custodian, said('It is signed in the name of one actor only.'), {
    remedy:
      adoption.mirrored === true
        ? said('Let each side record it in the copy that it keeps, naming the source.')
        : said('Have the depositary record it, naming the source.'),
  });
}

function authenticRefusal({ adoption, payload }: Case<FixedText>): Refusal | null {
  const { authenticLanguages: languages } = adoption;
  const { authentic, language } = payload;
  if (!authentic || languages.length === 0 || languages.includes(language)) return null;
  return refuse(TEXT_RULES.authentic, said('It was adopted in {$languages} only.', { languages }), {
    remedy: said('Put it down as a translation, which is not authentic.'),
  });
}

/** After adoption: a further language only. */
function judgeFixed(one: Case<FixedText>): Refusal | null {
  const { dossier, payload } = one;
  const same = versionsIn(dossier.events()).find(({ language }) => language === payload.language);
  if (same) {
    return refuse(
      TEXT_RULES.fixed,
      said('The text in {$language} was put down by {$act}.', {
        language: same.language,
        act: same.act,
      }),
      {
        remedy: said('Propose a correction where it has an error.'),
      },
    );
  }
  return custodianRefusal(one) ?? authenticRefusal(one) ?? structureRefusal(payload.provisions);
}

/** The text before an act of changes: as adopted, and as other amendments would leave it. */
function textsBefore(one: Case<TextChanges>, parent: string): Provision[][] {
  const { act, adoption, dossier, others, payload } = one;
  const { language } = payload;
  const original = versionsIn(others.of(parent).events()).findLast(
    (version) => version.language === language,
  );
  const words = original === undefined ? null : others.words(original.act);
  if (words === null || !isWhole(words)) return [];
  const { provisions } = words;
  const earlier = others
    .amending(parent)
    .filter((other) => other !== dossier && isBefore(other, adoption.adoptedOn))
    .flatMap((other) => changesIn(other.events(), language));
  const own = changesIn(dossier.events(), language).filter((change) => change !== act.id);
  const asAmended = [...earlier, ...own].reduce(
    (text, change) => withAct(text, change, others),
    provisions,
  );
  return [asAmended, own.reduce((text, change) => withAct(text, change, others), provisions)];
}

const isBefore = (dossier: Dossier, day: string): boolean =>
  dossier.adoption !== null && dossier.adoption.adoptedOn <= day;

function withAct(text: Provision[], act: string, others: Others): Provision[] {
  const words = others.words(act);
  if (words === null || isWhole(words)) return text;
  return words.changes.reduce((before, change) => {
    const after = withChange(before, change);
    return typeof after === 'string' ? before : after;
  }, text);
}

/** Why the changes cannot be made one after another in a text; null where they can. */
function changesFault(text: readonly Provision[], changes: readonly TextChange[]): string | null {
  let now: readonly Provision[] = text;
  for (const change of changes) {
    const next = withChange(now, change);
    if (typeof next === 'string') return next;
    now = next;
  }
  return null;
}

/** Changes of the text of the agreement that this one amends. */
function judgeChanges(one: Case<TextChanges>): Refusal | null {
  const { parent } = one.adoption;
  if (parent === undefined || !isVersion(one.adoption)) {
    return refuse(TEXT_RULES.amends, said('This agreement amends no other.'), {
      remedy: said('Adopt it as an amendment, naming what it amends.'),
    });
  }
  const ofCustodian = custodianRefusal(one);
  if (ofCustodian) return ofCustodian;
  const faults = textsBefore(one, parent).map((text) => changesFault(text, one.payload.changes));
  // Where the amended text is not on record, there is nothing to hold the changes to.
  const [first = null] = faults;
  if (first === null || faults.includes(null)) return null;
  return refuse(
    TEXT_RULES.provision,
    said('In the text of {$parent}: {$first}.', { parent, first }),
    {
      remedy: said('Look up the address of the provision in the text that is amended.'),
    },
  );
}

/** Who may put down a draft: who opened its register, or has done something there. */
function negotiatorRefusal(act: ActOf<unknown>, dossier: Dossier): Refusal | null {
  const { actor, basis } = act.header;
  if (basis.kind === 'recorded') return null;
  if (!dossier.facts.actor(actor)) {
    return refuse(RULES.known, said('{$actor} is not in the registry of actors.', { actor }));
  }
  if (!dossier.hasActs) return null;
  return dossier.eventsOf(actor).length > 0
    ? null
    : refuse(
        TEXT_RULES.negotiating,
        said('{$actor} has done nothing under this draft so far.', { actor }),
        {
          remedy: said('Present full powers to negotiate, or have the custodian record the text.'),
        },
      );
}

/** A draft: by one who negotiates it. VCLT Art. 9. */
export function judgeDraftText(act: ActOf<unknown>, dossier: Dossier): Refusal | null {
  const payload = FixedText.parse(act.payload);
  return negotiatorRefusal(act, dossier) ?? structureRefusal(payload.provisions);
}

/** By type of act. */
export const TEXT_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.fix-text': check(FixedText, judgeFixed),
  'agreements.change-text': check(TextChanges, judgeChanges),
};
