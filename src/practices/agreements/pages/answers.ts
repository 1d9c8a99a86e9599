/** What the questions of this practice answer, as their pages show it. */
import type { Question } from '../../../kernel/define-area.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { acts } from '../questions/acts.ts';
import type { compare, ofActor } from '../questions/actor.ts';
import type { deadlines } from '../questions/deadlines.ts';
import type { ministry, news } from '../questions/ministry.ts';
import type { curve } from '../questions/curve.ts';
import type { matrix, relation } from '../questions/relations.ts';
import type { reservations } from '../questions/reservations.ts';
import type { parties, show, status } from '../questions/one.ts';
import type { takesQuestion } from '../questions/what-it-takes.ts';
import type { compareTexts, languagesBeside } from '../questions/compare-texts.ts';
import type { drafts } from '../questions/drafts.ts';
import type { text } from '../questions/texts.ts';
import type { territories } from '../questions/territories.ts';
import type { versionBetween, versions } from '../questions/versions.ts';

export type AnswerTo<Asked> =
  Asked extends Question<never, infer Output> ? Exclude<Output, Refusal> : never;

export type Desk = AnswerTo<typeof ministry>;
export type DeskRow = Desk['rows'][number];
export type Due = AnswerTo<typeof deadlines>['rows'][number];
export type News = AnswerTo<typeof news>;
export type Compared = AnswerTo<typeof compare>;
export type ReservationsFound = AnswerTo<typeof reservations>;
export type ReservationRow = ReservationsFound['rows'][number];
export type MatrixFound = AnswerTo<typeof matrix>;
export type Maker = MatrixFound['makers'][number];
export type RelationFound = AnswerTo<typeof relation>;
export type Shown = AnswerTo<typeof show>;
export type Found = AnswerTo<typeof status>;
export type Curve = AnswerTo<typeof curve>;
export type Party = AnswerTo<typeof parties>['rows'][number];
export type Act = AnswerTo<typeof acts>['rows'][number];
export type StandingRow = AnswerTo<typeof ofActor>['rows'][number];
export type Takes = AnswerTo<typeof takesQuestion>;
export type TextShown = AnswerTo<typeof text>;
export type TextRow = TextShown['rows'][number];
export type TextsBeside = AnswerTo<typeof languagesBeside>;
export type TextsCompared = AnswerTo<typeof compareTexts>;
export type Draft = AnswerTo<typeof drafts>['rows'][number];
export type Versions = AnswerTo<typeof versions>;
export type VersionRow = Versions['rows'][number];
export type VersionBetween = AnswerTo<typeof versionBetween>;
export type TerritoryRow = AnswerTo<typeof territories>['rows'][number];
