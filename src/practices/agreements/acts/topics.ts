/** The acts of the practice by topic, in the order of an agreement's life. */
import type { Topic } from '../../../kernel/define-area.ts';
import { agreementActs } from './all.ts';

const VERBS_BY_TOPIC: Readonly<Record<string, readonly string[]>> = {
  making: ['fix-text', 'initial', 'adopt', 'open-for-signature', 'change-text'],
  consent: [
    'present-full-powers',
    'revoke-full-powers',
    'sign',
    'receive-instrument',
    'return-instrument',
    'deposit',
    'apply-provisionally',
    'end-provisional-application',
  ],
  depositary: [
    'notify',
    'register',
    'record-event',
    'propose-correction',
    'object-to-correction',
    'rectify',
    'correct',
  ],
  reservations: [
    'reserve',
    'confirm-reservation',
    'modify-reservation',
    'withdraw-reservation',
    'ask-clarification',
    'clarify',
    'accept-reservation',
    'object',
    'withdraw-objection',
  ],
  declarations: ['declare', 'withdraw-declaration', 'derogate', 'end-derogation'],
  changes: ['refuse-amendment', 'withdraw-refusal', 'extend-to-territories', 'exclude-territories'],
  ending: ['withdraw', 'revoke-withdrawal', 'suspend', 'resume', 'terminate'],
  national: ['reach-stage'],
};

const isOneOf = (verbs: readonly string[], type: string): boolean =>
  verbs.includes(type.replace('agreements.', ''));

/** Every act stands under one of them. */
export const agreementTopics: readonly Topic[] = Object.entries(VERBS_BY_TOPIC).map(
  ([key, verbs]) => ({
    key,
    acts: agreementActs
      .filter(({ type }) => isOneOf(verbs, type))
      .toSorted(
        (one, other) =>
          verbs.indexOf(one.type.replace('agreements.', '')) -
          verbs.indexOf(other.type.replace('agreements.', '')),
      ),
  }),
);
