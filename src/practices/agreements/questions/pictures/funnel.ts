/** How far each that may join an agreement has come. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { STAGES, countsOf, funnelOn } from '../../rules/pictures/funnel.ts';
import { AgreementInput, StandingText, chronicleFor, nameIn } from '../shapes.ts';

export const funnel = defineQuestion({
  name: 'agreements.funnel',
  title: 'How far has each come that may join this agreement?',
  input: AgreementInput,
  output: z.object({
    /** How many reached each stage; each holds those of the stages after it. */
    stages: z.array(z.object({ stage: z.enum(STAGES), count: z.int() })),
    rows: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        reached: z.enum(STAGES),
        standing: StandingText,
      }),
    ),
  }),
  example: { agreement: 'comprehensive-test-ban-treaty' },
  async answer(asked, { agreement, locale }) {
    const known = await chronicleFor(asked, agreement);
    if (isRefusal(known)) return known;
    const { chronicle, dossiers } = known;
    const reached = funnelOn(asked.asOf, chronicle, dossiers);
    const { compare } = new Intl.Collator(locale);
    return {
      stages: countsOf(reached),
      rows: reached
        .map((one) => ({ ...one, name: nameIn(locale, one.actor, chronicle) }))
        .sort((one, other) => compare(one.name, other.name)),
    };
  },
});
