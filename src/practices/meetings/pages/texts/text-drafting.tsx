/** Where changes are drafted with a script; without one it is not there, and forms of acts are. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest, ReaderStanding } from '../../../../ui/page.ts';
import type { Text } from '../../../../ui/text/text.ts';
import { registerOf } from '../../registers.ts';

const KINDS = ['replace', 'insert', 'delete', 'provision', 'delete-provision', 'comment'] as const;
const READERS = ['all', 'own', 'these'] as const;
/** What the script says, by the names under which it finds it. */
const SAID = [
  'nothing',
  'gap',
  'sending',
  'recorded',
  'refused',
  'unreached',
  'online',
  'restored',
  'unbalanced',
  'unchanged',
] as const;

const WORDS_ROWS = 4;

function Actor({ text, standing }: { text: Text; standing: ReaderStanding }): Markup {
  const { actors, records } = standing;
  return (
    <p>
      <label for="drafting-actor">{text('meetings.drafting.actor')}</label>
      {records ? (
        <input id="drafting-actor" name="actor" type="text" value={actors[0] ?? ''} />
      ) : (
        <select id="drafting-actor" name="actor">
          {actors.map((actor) => (
            <option value={actor}>{actor}</option>
          ))}
        </select>
      )}
    </p>
  );
}

function Kinds({ text }: { text: Text }): Markup {
  return (
    <fieldset>
      <legend class="hidden-visually">{text('meetings.drafting.kind')}</legend>
      {KINDS.map((kind) => (
        <label>
          <input type="radio" name="kind" value={kind} checked={kind === 'replace'} />{' '}
          {text(`meetings.drafting.kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Field({ text, name }: { text: Text; name: string }): Markup {
  const id = `drafting-${name}`;
  return (
    <p>
      <label for={id}>{text(`meetings.drafting.${name}`)}</label>
      <input id={id} name={name} type="text" />
    </p>
  );
}

function Fields({ text, standing }: { text: Text; standing: ReaderStanding }): Markup {
  return (
    <form>
      <Kinds text={text} />
      <p>
        <label for="drafting-words">{text('meetings.drafting.words')}</label>
        <textarea id="drafting-words" name="words" rows={WORDS_ROWS} dir="auto" />
        <small>{text('meetings.drafting.words.hint')}</small>
      </p>
      <Actor text={text} standing={standing} />
      <details>
        <summary>{text('meetings.drafting.more')}</summary>
        {standing.records ? <Field text={text} name="source" /> : null}
        <Field text={text} name="onBehalfOf" />
        <Field text={text} name="reason" />
        <p>
          <label for="drafting-readers">{text('meetings.drafting.readers')}</label>
          <select id="drafting-readers" name="readers">
            {READERS.map((readers) => (
              <option value={readers}>{text(`meetings.drafting.readers.${readers}`)}</option>
            ))}
          </select>
        </p>
        <Field text={text} name="to" />
      </details>
      <p class="drafting-acts">
        <button type="submit">{text('meetings.drafting.send')}</button>
        <button type="button" class="quiet" data-discard>
          {text('meetings.drafting.discard')}
        </button>
      </p>
    </form>
  );
}

interface DraftingProps {
  readonly request: PageRequest;
  readonly name: string;
  readonly standing: ReaderStanding | null;
}

/** For whom the reader may propose; where for nobody, there is nothing to draft. */
export function Drafting({ request, name, standing }: DraftingProps): Markup | null {
  const { text } = request;
  if (standing === null || standing.actors.length === 0) return null;
  const said = Object.fromEntries(
    SAID.map((one) => [`data-${one}`, text(`meetings.drafting.${one}`)]),
  );
  return (
    <section
      class="drafting"
      data-keep="drafting"
      data-register={registerOf('text', name)}
      aria-labelledby="drafting-title"
      hidden
      {...said}
    >
      <details>
        <summary>
          <h2 id="drafting-title">{text('meetings.drafting.title')}</h2>
          <span class="drafting-quote" data-quote dir="auto">
            {text('meetings.drafting.nothing')}
          </span>
        </summary>
        <Fields text={text} standing={standing} />
      </details>
      <p role="status" data-status></p>
    </section>
  );
}
