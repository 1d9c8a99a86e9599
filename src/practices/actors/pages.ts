/** The pages of the practice; the fixed paths come before those with names in them. */
import { actorPage } from './pages/actor.tsx';
import { comparePage } from './pages/compare.tsx';
import { listPage } from './pages/list.tsx';
import { standingPage } from './pages/standing.tsx';

export const actorPages = [listPage, comparePage, standingPage, actorPage];
