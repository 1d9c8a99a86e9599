import type { Markup } from '../markup.ts';

export interface Choice {
  value: string;
  label: string;
  chosen?: boolean;
}

export interface ChoicesProps {
  /** Names the group, for eyes and ears. */
  label: string;
  /** The query parameter that each choice sets. */
  name: string;
  choices: readonly Choice[];
  /** Whether it is unfolded at first. */
  open?: boolean;
}

/** Many things of which several may be chosen, folded away under their name, in columns. */
export function Choices({ label, name, choices, open = false }: ChoicesProps): Markup {
  return (
    <details class="choices" open={open}>
      <summary>{label}</summary>
      <fieldset>
        <legend class="hidden-visually">{label}</legend>
        {choices.map((choice) => (
          <label>
            <input type="checkbox" name={name} value={choice.value} checked={choice.chosen} />{' '}
            <bdi>{choice.label}</bdi>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
