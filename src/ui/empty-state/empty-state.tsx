import { Icon, type IconName } from '../icon/icon.tsx';
import type { Content, Markup } from '../markup.ts';

export interface EmptyStateProps {
  icon?: IconName;
  /** What is not there, in a few words. */
  title: string;
  /** Why, and what one can do. */
  children?: Content;
}

/** Where a list would be, had it anything in it. */
export function EmptyState({ icon = 'dash', title, children }: EmptyStateProps): Markup {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}
