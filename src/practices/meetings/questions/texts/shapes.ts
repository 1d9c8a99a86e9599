/** Shapes that the answers on texts share, and how they are filled. */
import { z } from 'zod';
import { PlainDateText, dayOf } from '../../../../kernel/dates.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { PROVISION_KINDS } from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { type Reading, openReading } from '../../load.ts';
import { registerOf } from '../../registers.ts';
import { openIssues } from '../../rules/texts/count-issues.ts';
import { facilitatorsOn } from '../../rules/texts/facilitators.ts';
import { type People, peopleOf } from '../../rules/texts/people.ts';
import type { Piece } from '../../rules/texts/show-words.ts';
import type { Issue } from '../../rules/texts/structure.ts';
import { type TextState, foldVersion } from '../../rules/texts/text-state.ts';
import { nameOf, titleIn, unknownHere } from '../shapes.ts';
import { oncePerText } from './once-per-text.ts';

const ISSUE_KINDS = [
  'bracket',
  'placeholder',
  'options',
  'insertion',
  'deletion',
  'replacement',
  'provision-insertion',
  'provision-deletion',
  'provision-replacement',
] as const satisfies readonly Issue['kind'][];

const Names = z.array(z.string());
export const PeopleShape = z.object({ by: Names, supportedBy: Names, opposedBy: Names });

/** Words and brackets as the room sees them. */
export const PieceShape: z.ZodType<Piece> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('words'),
      text: z.string(),
      run: z.string(),
      offset: z.int(),
      through: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('placeholder'),
      text: z.string(),
      run: z.string(),
      issue: z.string(),
    }),
    z.object({
      kind: z.literal('bracket'),
      options: z.array(
        z.object({
          issue: z.string().nullable(),
          alternative: z.int(),
          struckBy: Names,
          pieces: z.array(PieceShape),
        }),
      ),
    }),
    z.object({ kind: z.literal('gap'), issues: Names }),
  ]),
);

export const ProvisionShape = z.object({
  id: z.string(),
  kind: z.enum(PROVISION_KINDS),
  number: z.string(),
  parent: z.string().nullable(),
  depth: z.int(),
  insertedBy: z.string().nullable(),
  through: z.string().nullable(),
  struckBy: Names,
  options: z.string().nullable(),
  pieces: z.array(PieceShape),
  alternatives: z.array(z.object({ issue: z.string(), pieces: z.array(PieceShape) })),
});

export const IssueShape = z.object({
  /** The act that proposed it, or the name of a bracket. */
  issue: z.string(),
  kind: z.enum(ISSUE_KINDS),
  standing: z.enum(['open', 'accepted', 'rejected', 'withdrawn', 'fallen']),
  provision: z.string(),
  by: Names,
  supportedBy: Names,
  opposedBy: Names,
  /** How many wordings it leaves to choose among; each has its own people. */
  alternatives: z.array(PeopleShape),
  proposedOn: PlainDateText,
  act: z.string(),
  reason: z.string().nullable(),
  /** Who took up or left a proposal since, step by step. */
  passings: z.array(
    z.object({
      actor: z.string(),
      as: z.enum(['joined', 'left', 'withdrawn', 'taken-over']),
      on: PlainDateText,
      act: z.string(),
    }),
  ),
});
export type IssueShape = z.output<typeof IssueShape>;

function everyone(all: readonly People[], of: keyof People): string[] {
  const [first, ...others] = all;
  if (first !== undefined && others.length === 0) return [...first[of]];
  return [...new Set(all.flatMap((people) => people[of]))];
}

/** An issue as answers tell it. */
export function issueShape(state: TextState, issue: Issue): IssueShape {
  const count = Math.max(1, issue.options.length);
  const alternatives = Array.from({ length: count }, (_, at) => peopleOf(issue, at));
  return {
    issue: issue.id,
    kind: issue.kind,
    standing: state.standings.of(issue),
    provision: issue.provision.id,
    by: everyone(alternatives, 'by'),
    supportedBy: everyone(alternatives, 'supportedBy'),
    opposedBy: everyone(alternatives, 'opposedBy'),
    alternatives,
    proposedOn: dayOf(issue.issuedAt),
    act: issue.act,
    reason: issue.reason,
    passings: issue.passings.map(({ act, actor, as, recordedAt }) => {
      return { act, actor, as, on: dayOf(recordedAt) };
    }),
  };
}

export const VersionShape = z.object({
  symbol: z.string(),
  on: PlainDateText,
  act: z.string(),
  isFinal: z.boolean(),
});

/** What every answer on a text begins with. */
export const HeadShape = {
  text: z.string(),
  title: z.string(),
  symbol: z.string().nullable(),
  language: z.string(),
  session: z.string(),
  sessionTitle: z.string().nullable(),
  tabledBy: z.string(),
  tabledOn: PlainDateText,
  sponsors: Names,
  /** Who was entrusted with it, beside those who preside. */
  facilitators: Names,
  isFinal: z.boolean(),
  versions: z.array(VersionShape),
  /** How many issues are open. */
  open: z.int(),
  /** Those who are named in it, by id. */
  actors: z.array(z.object({ actor: z.string(), name: z.string() })),
};

/** A text as the asker may see it, with what it was read from. */
export interface OpenText {
  readonly reading: Reading;
  readonly state: TextState;
}

/** Opens a text; refused where the asker sees none. */
export async function openText(asked: Asked, name: string): Promise<OpenText | Refusal> {
  const reading = await openReading(asked, [registerOf('text', name)]);
  const state = reading.archive.text(name);
  return state === null ? unknownHere(said('There is no text here.')) : { reading, state };
}

/**
 * The text as it was when a version of the symbol was issued; null where none was. Without a
 * symbol, as it was tabled.
 */
export function versionOf({ reading, state }: OpenText, symbol: string | null): TextState | null {
  const version = state.versions.find((one) => one.symbol === symbol);
  const facts = reading.archive.facts('text', state.name);
  if (version !== undefined) return foldVersion(state.name, facts, version.through);
  // Under its own symbol it is as it was tabled.
  if (symbol !== null && symbol !== state.opening.payload.symbol) return null;
  return foldVersion(state.name, facts, state.opening.act);
}

/** Whoever tabled it, proposed, or took a stand. */
const everyoneNamed = oncePerText(({ state: { issues, opening } }: OpenText): string[] => {
  const named = new Set([...opening.payload.sponsors, opening.actor]);
  for (const issue of issues.values()) {
    for (const actor of issue.by) named.add(actor);
    for (const { actor } of issue.stances.values()) named.add(actor);
    for (const { actor } of issue.passings) named.add(actor);
    for (const { by = [], opposedBy = [], supportedBy = [] } of issue.attributions) {
      for (const actor of [...by, ...supportedBy, ...opposedBy]) named.add(actor);
    }
  }
  return [...named].sort();
});

const facilitatorsIn = ({ reading, state }: OpenText): readonly string[] =>
  facilitatorsOn(reading.archive.facts('text', state.name), dayOf(reading.moment.at));

/** The day on which a text was tabled. */
export const tabledOn = ({ opening }: Pick<TextState, 'opening'>): string =>
  opening.effectiveOn ?? dayOf(opening.issuedAt);

/** What every answer on a text begins with. */
export function headOf(opened: OpenText, locale: Locale) {
  const { reading, state } = opened;
  const { opening, versions } = state;
  const facilitators = facilitatorsIn(opened);
  const { language, session, sponsors, symbol = null, title } = opening.payload;
  const convened = reading.archive.session(session)?.opening.payload;
  return {
    text: state.name,
    title: titleIn(locale, title),
    symbol,
    language,
    session,
    sessionTitle: convened === undefined ? null : titleIn(locale, convened.title),
    tabledBy: opening.actor,
    tabledOn: tabledOn(state),
    sponsors: [...sponsors],
    facilitators: [...facilitators],
    isFinal: state.isFinal,
    versions: versions.map(({ act, fact, isFinal, symbol: own }) => ({
      symbol: own,
      on: fact.effectiveOn ?? dayOf(fact.issuedAt),
      act,
      isFinal,
    })),
    open: openIssues(state).length,
    actors: [...new Set([...everyoneNamed(opened), ...facilitators])].map((actor) => ({
      actor,
      name: nameOf(locale, actor, reading.actors),
    })),
  };
}
