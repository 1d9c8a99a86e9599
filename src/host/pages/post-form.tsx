import type { Content, Markup } from '../../ui/markup.ts';

/** A form that is sent with the token of its session. */
export function PostForm(props: { action: string; token?: string; children?: Content }): Markup {
  return (
    <form method="post" action={props.action} class="form">
      {props.token === undefined ? null : <input type="hidden" name="token" value={props.token} />}
      {props.children}
    </form>
  );
}
