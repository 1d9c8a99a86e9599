/** Buttons by which one goes along the path: each a form of its own, which needs no script. */
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { type PracticeInside, castName } from './inside.ts';
import type { Prepared } from './script.ts';

export interface Walked {
  readonly text: Text;
  readonly session: Session;
  readonly inside: PracticeInside;
}

interface ButtonProps {
  readonly action: string;
  readonly token: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  readonly isPlain?: boolean;
}

/** A button that sends what stands beside it. */
export function SendButton({ action, token, fields, label, isPlain = false }: ButtonProps) {
  return (
    <form method="post" action={action} class="practice-send">
      <input type="hidden" name="token" value={token} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={isPlain ? 'button-plain' : undefined}>
        {label}
      </button>
    </form>
  );
}

interface ActProps extends Walked {
  readonly prepared: Prepared;
  readonly isPlain?: boolean;
}

/** Opens the form of a prepared act in the role of whoever does it. */
export function DoAs({ text, session, inside, prepared, isPlain = false }: ActProps) {
  const { by, key, page } = prepared;
  const name = castName(inside.script, by, text.locale);
  return (
    <SendButton
      action="/practice/role"
      token={session.formToken}
      fields={{ actor: by, to: page ?? `/practice/acts/${key}` }}
      label={text('practice.do-as', { name })}
      isPlain={isPlain}
    />
  );
}

interface ForMeProps extends Walked {
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
}

/** Has something done in the names of those who would do it. */
export function DoForMe({ session, fields, label }: ForMeProps) {
  return (
    <SendButton
      action="/practice/do"
      token={session.formToken}
      fields={fields}
      label={label}
      isPlain
    />
  );
}
