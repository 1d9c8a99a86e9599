/** The pages of the practice. */
import { actorPage, betweenPage } from './pages/actor.tsx';
import { agreementPage } from './pages/agreement.tsx';
import { listPage } from './pages/list.tsx';
import { deskPage, desksPage } from './pages/ministry.tsx';
import { comparePage } from './pages/ministry-compare.tsx';
import { relationPage } from './pages/relation.tsx';
import { reservationsPage } from './pages/reservations.tsx';
import { statusPage } from './pages/status.tsx';

export const agreementPages = [
  listPage,
  agreementPage,
  reservationsPage,
  relationPage,
  statusPage,
  actorPage,
  betweenPage,
  desksPage,
  comparePage,
  deskPage,
];
