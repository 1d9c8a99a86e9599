/** From what a person confirmed of a statement to the acts that the custodian records from it. */
import { own } from '../../../../kernel/own.ts';
import { registerOf } from '../../acts/event.ts';
import type { Candidate } from './proposals.ts';

/** A statement as it stands after the person's corrections; read from a form, so all is text. */
export interface Confirmed {
  readonly actor: string;
  readonly kind: string;
  readonly effect: string;
  readonly moment: string;
  readonly on: string;
  readonly provisions: readonly string[];
  readonly towards: readonly string[];
  readonly definite: boolean;
  /** The acts on record that it answers. */
  readonly answers: readonly Pick<Candidate, 'act' | 'type'>[];
  readonly language: string;
  readonly text: string;
}

/** An act as it is asked for; its payload is still to be held to its schema. */
export interface AskedAct {
  readonly type: string;
  readonly register: string;
  readonly actor: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly basis: { readonly kind: 'recorded'; readonly source: string };
}

type Part = Pick<AskedAct, 'type' | 'payload'>;

const WITHDRAWN: Readonly<Record<Candidate['type'], readonly [type: string, field: string]>> = {
  reserve: ['agreements.withdraw-reservation', 'reservation'],
  declare: ['agreements.withdraw-declaration', 'declaration'],
  object: ['agreements.withdraw-objection', 'objection'],
};

function reservation(one: Confirmed, said: object): Part[] {
  const { effect, moment, provisions } = one;
  return [{ type: 'agreements.reserve', payload: { ...said, moment, provisions, effect } }];
}

/** An objection to several reservations is one to each of them. VCLT Art. 20(4)(b). */
function objections({ answers, definite }: Confirmed, said: object): Part[] {
  return answers
    .filter(({ type }) => type === 'reserve')
    .map(({ act }) => {
      return { type: 'agreements.object', payload: { ...said, reservation: act, definite } };
    });
}

function withdrawals({ answers, on }: Confirmed, said: object): Part[] {
  return answers.map(({ act, type }) => {
    const [withdrawal, field] = WITHDRAWN[type];
    // Of a reservation the words are kept: they may withdraw a part of it only. VCLT Art. 22.
    const payload = type === 'reserve' ? { ...said, [field]: act } : { on, [field]: act };
    return { type: withdrawal, payload };
  });
}

function declaration({ kind, provisions, towards }: Confirmed, said: object): Part[] {
  const target = towards.length === 0 ? {} : { towards };
  return [{ type: 'agreements.declare', payload: { ...said, kind, provisions, ...target } }];
}

/** The acts; none where an objection or a withdrawal names nothing on record that it answers. */
export function actsOf(one: Confirmed, agreement: string, source: string): AskedAct[] {
  const said = { on: one.on, text: [{ language: one.language, text: one.text }] };
  const made: Readonly<Record<string, () => Part[]>> = {
    reservation: () => reservation(one, said),
    objection: () => objections(one, said),
    withdrawal: () => withdrawals(one, said),
  };
  const parts = (own(made, one.kind) ?? (() => declaration(one, said)))();
  return parts.map(({ type, payload }) => ({
    type,
    register: registerOf(agreement),
    actor: one.actor,
    payload,
    basis: { kind: 'recorded', source },
  }));
}
