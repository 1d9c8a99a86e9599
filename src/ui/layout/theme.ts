/** What a reader may choose beside what the system says. */
export const THEMES = ['light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** Whether a text names a theme. */
export const isTheme = (given: string): given is Theme => THEMES.some((theme) => theme === given);
