import {
  type Excluded,
  type Finding,
  type FindingValue,
  type Ref,
  actsOf,
} from '../../kernel/finding.ts';
import { Heading } from '../heading/heading.tsx';
import { Icon } from '../icon/icon.tsx';
import type { Content, HeadingLevel, Markup } from '../markup.ts';
import { PlainDate } from '../plain-date/plain-date.tsx';
import { formatInstant, formatNumber } from '../text/format.ts';
import { spokenRule } from '../text/spoken.ts';
import type { Text } from '../text/text.ts';

type Tone = 'yes' | 'no' | 'open';

export interface FindingViewProps {
  text: Text;
  finding: Finding;
  /** Unique on the page; names the section for links and ears. */
  id: string;
  level?: HeadingLevel;
  /** Id of the heading that says of what it is, where several findings answer one question. */
  about?: string;
  /** How the answer weighs, where the value alone does not say. */
  tone?: Tone;
  /** Whether the text of the rule is in the page's language, and not in English. */
  translated?: boolean;
  /** Meters and steps: the finding at a glance, between rule and reasons. */
  children?: Content;
}

/**
 * A finding as a section: what was asked, what follows, by which rule, from what. It comes in the
 * page's language (`text/in-words.ts`); the text of a rule that is English is marked as such.
 */
export function FindingView(props: FindingViewProps): Markup {
  const { text, finding, id, level = 2, tone = toneOf(finding), translated = false } = props;
  const { children } = props;
  const labels = [props.about, `${id}-title`].filter((one) => one !== undefined).join(' ');
  return (
    <section class={`finding finding-${tone}`} id={id} aria-labelledby={labels}>
      <Heading level={level} id={`${id}-title`}>
        <Sentence text={text} words={finding.question} />
      </Heading>
      <p class="finding-value">
        <ValueWithSign text={text} finding={finding} tone={tone}>
          {finding.text === undefined ? null : <Sentence text={text} words={finding.text} />}
        </ValueWithSign>
      </p>
      <Rule text={text} finding={finding} translated={translated} />
      {children}
      <Reasons
        text={text}
        finding={finding}
        id={id}
        listed={NOTHING_LISTED}
        translated={translated}
      />
    </section>
  );
}

function toneOf(finding: Finding): Tone {
  if (finding.value === null) return 'open';
  return finding.value === false ? 'no' : 'yes';
}

interface ValueProps {
  text: Text;
  finding: Finding;
  tone: Tone;
  /** The value in a sentence, where the finding has one. */
  children?: Content;
}

function ValueWithSign({ text, finding, tone, children }: ValueProps): Markup {
  const icons = { yes: 'check', no: 'cross', open: 'dash' } as const;
  return (
    <>
      <Icon name={icons[tone]} />
      <b>{finding.text === undefined ? valueInWords(text, finding.value) : children}</b>
    </>
  );
}

const dateInSentence = /(\d{4}-\d{2}-\d{2})/;

/** A sentence in its own order, with its plain dates written in the reader's way. */
function Sentence({ text, words }: { text: Text; words: string }): Markup {
  const pieces = words.split(dateInSentence);
  return (
    <bdi>
      {pieces.map((piece, at) => (at % 2 === 0 ? piece : <PlainDate text={text} on={piece} />))}
    </bdi>
  );
}

const plainDatePattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function valueInWords(text: Text, value: FindingValue): Content {
  if (value === null) return text('ui.finding.unknown');
  if (value === true) return text('ui.finding.yes');
  if (value === false) return text('ui.finding.no');
  if (typeof value === 'string' && plainDatePattern.test(value)) {
    return <PlainDate text={text} on={value} />;
  }
  return typeof value === 'string' && instantPattern.test(value)
    ? formatInstant(text.locale, value)
    : formatNumber(text.locale, value);
}

interface RuleProps {
  text: Text;
  finding: Finding;
  translated: boolean;
}

function Rule({ text, finding, translated }: RuleProps): Markup {
  const { rule } = finding;
  const own = translated || rule.said !== undefined || text.locale === 'en';
  const words = own ? rule.text : spokenRule(text, rule).text;
  const isEnglish = !own && words === rule.text;
  return (
    <p class="finding-rule">
      <cite>
        <bdi>{rule.citation}</bdi>
      </cite>
      {words === '' ? null : ': '}
      {isEnglish ? <bdi lang="en">{words}</bdi> : <Sentence text={text} words={words} />}
    </p>
  );
}

/**
 * Where acts that stand above in the same finding were listed, by act. A part counts the same acts
 * again; it points there, since the addresses of two hundred acts are most of a page's weight.
 */
type Listed = ReadonlyMap<string, string>;
const NOTHING_LISTED: Listed = new Map();

interface ReasonsProps {
  text: Text;
  finding: Finding;
  id: string;
  listed: Listed;
  translated: boolean;
}

/** What is missing stands open; what was counted may be two hundred acts and is folded away. */
function Reasons({ text, finding, id, listed, translated }: ReasonsProps): Markup {
  const { counted, excluded, missing, parts } = finding;
  const anchors = new Map(listed);
  // Only what a part counts again is pointed at.
  const again = new Set(parts.flatMap(actsOf));
  counted.forEach(({ act = '' }, at) => {
    if (again.has(act) && !listed.has(act)) anchors.set(act, `${id}-${at}`);
  });
  return (
    <>
      {missing.length === 0 ? null : (
        <div class="finding-missing">
          <p>
            <Icon name="alert" /> <b>{text('ui.finding.missing', { count: missing.length })}</b>
          </p>
          <ul>
            {missing.map((thing) => (
              <li>
                <Sentence text={text} words={thing} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {counted.length === 0 ? null : (
        <details class="finding-fold">
          <summary>{text('ui.finding.counted', { count: counted.length })}</summary>
          <ul class="finding-acts">
            {counted.map((ref) => {
              const above = listed.get(ref.act ?? '');
              const reference = above === undefined ? ref : { ...ref, href: `#${above}` };
              return (
                <li id={above === undefined ? anchors.get(ref.act ?? '') : undefined}>
                  <Reference text={text} reference={reference} />
                </li>
              );
            })}
          </ul>
        </details>
      )}
      <NotCounted text={text} excluded={excluded} />
      {parts.map((part, at) => (
        <Part
          text={text}
          finding={part}
          id={`${id}-${at}p`}
          listed={anchors}
          translated={translated}
        />
      ))}
    </>
  );
}

function NotCounted({
  text,
  excluded,
}: {
  text: Text;
  excluded: readonly Excluded[];
}): Markup | null {
  if (excluded.length === 0) return null;
  return (
    <details class="finding-fold">
      <summary>{text('ui.finding.excluded', { count: excluded.length })}</summary>
      <ul class="finding-excluded">
        {excluded.map(({ ref, reason, citation }) => (
          <li>
            <Reference text={text} reference={ref} />
            <span>
              <Sentence text={text} words={reason} />
              {citation === undefined ? null : (
                <>
                  {' '}
                  <cite>{citation}</cite>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Part({ text, finding, id, listed, translated }: ReasonsProps): Markup {
  return (
    <details class="finding-fold finding-part">
      <summary>
        <Sentence text={text} words={finding.question} />{' '}
        <span class={`finding-answer finding-${toneOf(finding)}`}>
          <ValueWithSign text={text} finding={finding} tone={toneOf(finding)}>
            {finding.text === undefined ? null : <Sentence text={text} words={finding.text} />}
          </ValueWithSign>
        </span>
      </summary>
      <Rule text={text} finding={finding} translated={translated} />
      <Reasons text={text} finding={finding} id={id} listed={listed} translated={translated} />
    </details>
  );
}

function Reference({ text, reference }: { text: Text; reference: Ref }): Markup {
  const { label, on, href } = reference;
  return (
    <>
      {href === undefined ? <span>{label}</span> : <a href={href}>{label}</a>}
      {on === undefined ? null : (
        <small>
          {' '}
          <PlainDate text={text} on={on} style="short" />
        </small>
      )}
    </>
  );
}
