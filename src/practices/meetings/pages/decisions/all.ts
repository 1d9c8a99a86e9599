/** The pages of decisions. */
import type { Page } from '../../../../ui/page.ts';
import { certificatePage } from './certificate.tsx';
import { decisionPage } from './decision.tsx';
import { decisionsPage } from './decisions.tsx';

export const decisionPages: readonly Page[] = [decisionsPage, decisionPage, certificatePage];
