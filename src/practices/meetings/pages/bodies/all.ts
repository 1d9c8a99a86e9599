/** The pages on bodies. */
import type { Page } from '../../../../ui/page.ts';
import { bodyPage } from './body.tsx';

export const bodyPages: readonly Page[] = [bodyPage];
