/** Rules of the principal organs of the United Nations, and of conferences that adopt treaties. */
import {
  SIMPLE,
  TWO_THIRDS,
  type StandardRules,
  type WrittenRule,
  against,
  atLeast,
  between,
  moreThan,
  present,
  seats,
  since,
  votes,
} from './parts.ts';

const VETO = against(votes(1, { among: seats('permanent') }));

const substance = (count: number): WrittenRule => ({
  name: 'substance',
  title: { en: 'Substantive questions' },
  citation: 'UN Charter Art. 27(3)',
  matters: ['substance'],
  method: 'vote',
  modes: ['show', 'recorded'],
  hindrances: ['suspension', 'credentials'],
  adoptedIf: votes(count),
  blockedIf: [VETO],
});

const procedure = (count: number): WrittenRule => ({
  name: 'procedure',
  title: { en: 'Procedural matters' },
  citation: 'UN Charter Art. 27(2)',
  matters: ['procedure'],
  method: 'vote',
  modes: ['show', 'recorded'],
  hindrances: ['suspension', 'credentials'],
  adoptedIf: votes(count),
});

/** The amendment of 1963 to Arts. 23 and 27 entered into force on 31 August 1965. */
export const securityCouncil: StandardRules = {
  body: 'un-security-council',
  title: 'Security Council',
  rules: [
    between('1945-10-24', '1965-08-30', substance(7)),
    between('1945-10-24', '1965-08-30', procedure(7)),
    since('1965-08-31', substance(9)),
    since('1965-08-31', procedure(9)),
    since('1965-08-31', {
      name: 'procedure-if-so-decided',
      title: { en: 'Matters decided beforehand to be procedural' },
      citation: 'UN Charter Art. 27(2); Statement of the four sponsoring Powers, 7 June 1945',
      method: 'vote',
      modes: ['show', 'recorded'],
      hindrances: ['suspension', 'credentials'],
      adoptedIf: votes(9),
      preliminary: 'substance',
      fallback: 'substance',
    }),
    between('1945-10-24', '1965-08-30', {
      name: 'procedure-if-so-decided',
      title: { en: 'Matters decided beforehand to be procedural' },
      citation: 'UN Charter Art. 27(2); Statement of the four sponsoring Powers, 7 June 1945',
      method: 'vote',
      modes: ['show', 'recorded'],
      hindrances: ['suspension', 'credentials'],
      adoptedIf: votes(7),
      preliminary: 'substance',
      fallback: 'substance',
    }),
    since('1965-08-31', {
      name: 'election-of-judges',
      title: { en: 'Election of judges of the International Court of Justice' },
      citation: 'ICJ Statute Arts. 10(1) and 10(2)',
      matters: ['election'],
      method: 'election',
      modes: ['secret'],
      hindrances: ['suspension', 'credentials'],
      election: { majority: moreThan('1/2', 'members') },
    }),
  ],
};

const ASSEMBLY_QUORUM = present(moreThan('1/2', 'members'));

export const generalAssembly: StandardRules = {
  body: 'un-general-assembly',
  title: 'General Assembly',
  rules: [
    since('1945-10-24', {
      name: 'simple-majority',
      title: { en: 'Questions other than important ones' },
      citation: 'UN Charter Art. 18(3); UNGA Rules of Procedure, rules 67, 85, 86 and 95',
      matters: ['substance', 'procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
      quorum: ASSEMBLY_QUORUM,
      tie: 'second-vote',
      // Rule 95: at a subsequent meeting, held within forty-eight hours of the first vote.
      secondVote: { laterSitting: true, hoursMax: 48 },
    }),
    since('1945-10-24', {
      name: 'reconsideration',
      title: { en: 'Reconsideration of proposals' },
      citation: 'UNGA Rules of Procedure, rules 81 and 86',
      matters: ['reconsideration'],
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      quorum: ASSEMBLY_QUORUM,
    }),
    since('1945-10-24', {
      name: 'important-question',
      title: { en: 'Important questions' },
      citation: 'UN Charter Art. 18(2); UNGA Rules of Procedure, rules 67, 83 and 86',
      matters: ['important', 'budget', 'membership'],
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      quorum: ASSEMBLY_QUORUM,
    }),
    since('1945-10-24', {
      name: 'additional-important-question',
      title: { en: 'Questions decided beforehand to be important' },
      citation: 'UN Charter Art. 18(3); UNGA Rules of Procedure, rules 67, 83 and 85',
      method: 'vote',
      adoptedIf: TWO_THIRDS,
      quorum: ASSEMBLY_QUORUM,
      preliminary: 'simple-majority',
      fallback: 'simple-majority',
    }),
    between('2020-03-27', '2020-08-31', {
      name: 'silence',
      title: { en: 'Silence procedure' },
      citation: 'UNGA decisions 74/544, 74/555, 74/558 and 74/561',
      method: 'silence',
      modes: ['correspondence'],
      silence: { hoursMin: 72, objectionsToBreak: 1, extendable: true, closableEarly: true },
    }),
    since('1945-10-24', {
      name: 'election',
      title: { en: 'Elections' },
      citation: 'UNGA Rules of Procedure, rules 92 to 94',
      matters: ['election'],
      method: 'election',
      modes: ['secret'],
      quorum: ASSEMBLY_QUORUM,
      election: {
        majority: SIMPLE,
        restrictedAfter: 1,
        alternates: 3,
        anyEligible: true,
        ties: 'ballot',
      },
    }),
    since('1945-10-24', {
      name: 'election-to-one-place',
      title: { en: 'Election to one place, a lot parting those who are equal' },
      citation: 'UNGA Rules of Procedure, rule 93',
      matters: ['single-election'],
      method: 'election',
      modes: ['secret'],
      quorum: ASSEMBLY_QUORUM,
      election: { majority: SIMPLE, restrictedAfter: 1, anyEligible: true, ties: 'lot' },
    }),
    since('1945-10-24', {
      name: 'election-of-judges',
      title: { en: 'Election of judges of the International Court of Justice' },
      citation: 'ICJ Statute Arts. 8 and 10(1)',
      matters: ['judges'],
      method: 'election',
      modes: ['secret'],
      election: { majority: moreThan('1/2', 'members') },
    }),
    since('1945-10-24', {
      name: 'election-by-two-thirds',
      title: { en: 'Elections to the councils' },
      citation: 'UN Charter Art. 18(2); UNGA Rules of Procedure, rules 83 and 92 to 94',
      matters: ['council-election'],
      method: 'election',
      modes: ['secret'],
      quorum: ASSEMBLY_QUORUM,
      election: {
        majority: TWO_THIRDS,
        restrictedAfter: 1,
        alternates: 3,
        anyEligible: true,
        ties: 'ballot',
      },
    }),
  ],
};

export const treatyConference: StandardRules = {
  body: 'treaty-conference',
  title: 'Conference that adopts a treaty',
  rules: [
    since('1980-01-27', {
      name: 'adoption',
      title: { en: 'Adoption of the text' },
      citation: 'VCLT Art. 9(2)',
      matters: ['substance'],
      method: 'vote',
      adoptedIf: TWO_THIRDS,
    }),
    since('1980-01-27', {
      name: 'procedure',
      title: { en: 'Procedural matters' },
      citation: 'Rules of procedure of the conference, as UNGA rule 85',
      matters: ['procedure'],
      method: 'vote',
      adoptedIf: SIMPLE,
    }),
    since('1980-01-27', {
      name: 'consensus',
      title: { en: 'Consensus first' },
      citation: 'Rules of procedure of the conference',
      matters: ['substance'],
      method: 'consensus',
      fallback: 'adoption',
    }),
  ],
};

/** Treaty bodies in which groups of parties count apart, or nothing but consensus is agreed. */
export const montrealProtocol: StandardRules = {
  body: 'montreal-protocol-parties',
  title: 'Meeting of the Parties to the Montreal Protocol',
  rules: [
    since('1992-08-10', {
      name: 'consensus',
      title: { en: 'Consensus first' },
      citation: 'Montreal Protocol Art. 2(9)(c), first sentence',
      matters: ['adjustment'],
      method: 'consensus',
      fallback: 'adjustment',
    }),
    since('1992-08-10', {
      name: 'adjustment',
      title: { en: 'Adjustments and reductions' },
      citation: 'Montreal Protocol Art. 2(9)(c)',
      matters: ['adjustment'],
      method: 'vote',
      adoptedIf: {
        kind: 'all',
        of: [
          TWO_THIRDS,
          moreThan('1/2', 'present-and-voting', { among: seats('article-5') }),
          moreThan('1/2', 'present-and-voting', {
            among: { kind: 'not', of: seats('article-5') },
          }),
        ],
      },
    }),
  ],
};

export const climateConvention: StandardRules = {
  body: 'unfccc-cop',
  title: 'Conference of the Parties to the UNFCCC',
  rules: [
    since('1995-03-28', {
      name: 'consensus',
      title: { en: 'Consensus' },
      citation: 'FCCC/CP/1996/2, draft rules of procedure, rule 42 not being applied',
      method: 'consensus',
      quorum: present(atLeast('2/3', 'members')),
      consensus: { objection: 'may-be-overruled' },
    }),
  ],
};
