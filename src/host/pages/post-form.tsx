import type { Content, Markup } from '../../ui/markup.ts';

/** A form that is sent with the token of its session. */
export function PostForm(props: {
  action: string;
  token?: string;
  /** Whether documents are sent with it. */
  carriesFiles?: boolean;
  children?: Content;
}): Markup {
  const encoding = props.carriesFiles === true ? 'multipart/form-data' : undefined;
  return (
    <form method="post" action={props.action} class="form" enctype={encoding}>
      {props.token === undefined ? null : <input type="hidden" name="token" value={props.token} />}
      {props.children}
    </form>
  );
}
