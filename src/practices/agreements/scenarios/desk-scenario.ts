/**
 * What a scenario of the depositary's desk is: what is done in turn, each step taken in or refused
 * by a rule, and where things stand in the end. An act that has a name (`as`) is named again by it,
 * with `@` in front.
 */
export interface Step {
  /** What happens, as an officer would tell it. */
  readonly tells: string;
  /** Whose act it is; absent: the depositary's, on the agreement as a whole. */
  readonly actor?: string;
  /** The act without its area: `deposit`. */
  readonly does: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** In which agreement's register; absent: that of the river convention. */
  readonly under?: string;
  /** In a register of its own, as `full-powers/KEN`. */
  readonly register?: string;
  /** The name by which later steps speak of the act. */
  readonly as?: string;
  /** The rule that refuses it; absent: it is taken in. */
  readonly refusedBy?: string;
}

export interface DeskScenario {
  /** Which of the ten needs it tells, and how it ends. */
  readonly title: string;
  readonly steps: readonly Step[];
  /** What the record then says, on a day. */
  readonly then: {
    readonly on: string;
    readonly inForceOn?: string | null;
    /** Where each actor stands. */
    readonly standings?: Readonly<Record<string, string>>;
    /** What waits on the desk: section, actor or agreement as a whole, state. */
    readonly desk?: readonly (readonly [section: string, whose: string | null, state: string])[];
    /** The four dates of an act: made, received, circulated, in effect. */
    readonly dates?: Readonly<Record<string, readonly (string | null)[]>>;
  };
}

export const RIVER = 'common-river';

/** The minister, who needs no full powers, and a delegate, who does. */
export const MINISTER = { name: 'N. Njoroge', office: 'minister-for-foreign-affairs' };
export const DELEGATE = { name: 'A. Amara', office: 'other' };

/** The river convention: two depositaries, in force 30 days after the third instrument. */
export const adoptsRiver: Step = {
  tells: 'the conference adopts the convention in English and French',
  does: 'adopt',
  with: {
    title: { en: 'Convention on the Common River' },
    kind: 'multilateral',
    sectors: ['environment'],
    adoptedOn: '2024-05-02',
    authenticLanguages: ['en', 'fr'],
    depositary: ['un-secretary-general', 'CHE'],
    reference: 'XXVII.20',
    openForSignature: { from: '2024-05-02', to: '2025-05-02' },
    finalClauses: {
      entryIntoForce: {
        when: { count: 3, of: { any: true } },
        delay: { days: 30 },
        citation: 'Article 12(1)',
      },
    },
  },
};

/** A signature by the minister. */
export const signs = (actor: string, on: string, more: Partial<Step> = {}): Step => ({
  tells: `${actor} signs through its foreign minister`,
  actor,
  does: 'sign',
  with: { on, by: MINISTER },
  ...more,
});

/** A ratification deposited through the minister. */
export const ratifies = (actor: string, on: string, more: Partial<Step> = {}): Step => ({
  tells: `${actor} deposits its ratification`,
  actor,
  does: 'deposit',
  with: { on, instrument: 'ratification', by: MINISTER },
  ...more,
});

/** Full powers issued by the minister to the delegate. */
export const empowers = (
  actor: string,
  on: string,
  more: { readonly powers?: readonly string[]; readonly until?: string } = {},
) => ({
  tells: `${actor} gives its delegate full powers`,
  actor,
  does: 'present-full-powers',
  with: { on, holder: DELEGATE, powers: ['sign'], issuedBy: MINISTER, ...more },
});

/** A notification of acts by their names. */
export const notifies = (serial: number, on: string, ...acts: readonly string[]): Step => ({
  tells: `the depositary issues notification ${serial}`,
  does: 'notify',
  with: { number: `C.N.${serial}.${on.slice(0, 4)}.TREATIES-XXVII.20`, on, acts },
});
