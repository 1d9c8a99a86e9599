/**
 * What users ask for, and the scenarios that tell each need by their titles. What a scenario on
 * paper cannot show, the tests named beside it do: keys, pages, files, several offices at once.
 */
export interface Need {
  readonly number: number;
  readonly asks: string;
  readonly scenarios: readonly string[];
  /** Tests of the whole node that show it too. */
  readonly tests?: readonly string[];
}

export const NEEDS: readonly Need[] = [
  {
    number: 1,
    asks: 'Keep the acts, and compute every status from them, for any day and as known on any day.',
    scenarios: [
      'need 1: an instrument that is pending counts for nothing, and waits on the desk',
      'a State withdraws, comes back, and withdraws again: each spell is kept',
      'a term is on the clock as it was known on the day (New START)',
    ],
  },
  {
    number: 2,
    asks: 'Apply the final clauses: when it enters into force, why, and what is missing.',
    scenarios: [
      'number and weight are both needed',
      'named States are missing although the number is reached',
      'an event that has to happen first',
      'both notify: sixty days after the later notification, that day not counted',
    ],
  },
  {
    number: 3,
    asks: 'Say what holds between any two on a day: which text, under which reservations.',
    scenarios: [
      'silence for twelve months accepts, and what is reserved falls away both ways',
      'a simple objection: what is reserved does not apply between the two, the rest does',
      'each amendment has parties of its own, and two are bound by what both accepted',
    ],
  },
  {
    number: 4,
    asks: 'Know States that are no more, their successors, and regional organisations as persons.',
    scenarios: [
      'a State that dissolved counted while it was; its successor follows without a gap',
      'a succession declared late reaches back, so that nothing lapsed (VCST Art. 34)',
      'a State that continues another is the same person, and counts once',
      'a regional organisation is not counted beside its members',
    ],
  },
  {
    number: 5,
    asks: 'Be a depositary with one’s own node and programs, however small the organisation.',
    scenarios: ['need 5: a small organisation keeps its own agreement, as a large one would'],
    tests: ['test/host/three-offices.test.ts', 'test/browser/three-states.test.ts'],
  },
  {
    number: 6,
    asks: 'Do full powers, deposit, notification, correction and registration in one record.',
    scenarios: [
      'need 6: from the draft to registration, in one record',
      'need 6: a power that names another treaty is refused',
      'need 6: an unsigned instrument goes back; in due form it counts from its own receipt',
    ],
    tests: ['test/browser/three-states.test.ts'],
  },
  {
    number: 7,
    asks: 'Have one clock for all that falls due.',
    scenarios: [
      'need 7: the text is rectified when ninety days have passed without an objection',
      'need 7: one objection in time keeps the text as it is',
      'who is to leave at the end of a period gives notice in time (Genocide Convention)',
    ],
  },
  {
    number: 8,
    asks: 'Have reservations, objections and declarations in structure beside their own words.',
    scenarios: [
      'a page is read into proposals; nothing is recorded before a person confirms it',
      'only what is confirmed is recorded, as the person corrected it',
      'a prohibited reservation waits; its maker says that it only interprets',
    ],
  },
  {
    number: 9,
    asks: 'Follow amendments: who is on which text, and what it says, in each language.',
    scenarios: [
      'who joins once an amendment is in force joins it too, and stays out if it refuses',
      'the text reads as amended from the day on which the amendment is in force',
      'in a language in which an amendment says nothing, its change is named and not guessed',
    ],
  },
  {
    number: 10,
    asks: 'Take the record along with its sources, and see what binds one’s State and is due.',
    scenarios: [
      'a ministry sees all that binds its State on a day, and what is due under each',
      'a date of effect that the record states stands, and the clause is shown beside it',
    ],
    tests: ['test/host/record-file.test.ts', 'src/practices/agreements/national.test.ts'],
  },
];
