/** The pages of the practice. */
import { agreementPage } from './pages/agreement.tsx';
import { betweenPage } from './pages/bound/between.tsx';
import { actorPage } from './pages/bound/bound.tsx';
import { certifyingStatementPage } from './pages/depositary/certifying-statement.tsx';
import { depositaryDeskPage } from './pages/depositary/depositary-desk.tsx';
import { mirrorPage } from './pages/mirrored/mirror.tsx';
import { listPage } from './pages/list.tsx';
import { deskPage, desksPage } from './pages/ministry/ministry.tsx';
import { comparePage } from './pages/ministry/ministry-compare.tsx';
import { movesPage } from './pages/pictures/moves.tsx';
import { networkPage } from './pages/pictures/network.tsx';
import { relationPage } from './pages/reservations/relation.tsx';
import { reservationsPage } from './pages/reservations/reservations.tsx';
import { notificationPage } from './pages/depositary/notification.tsx';
import {
  agreementNotificationsPage,
  notificationsPage,
} from './pages/depositary/notifications.tsx';
import { statusPage } from './pages/status.tsx';
import { takesPage } from './pages/what-it-takes/what-it-takes.tsx';
import { textPage } from './pages/texts/text.tsx';
import { textComparePage } from './pages/texts/text-compare.tsx';
import { versionsPage } from './pages/versions/versions.tsx';

export const agreementPages = [
  listPage,
  agreementPage,
  reservationsPage,
  relationPage,
  agreementNotificationsPage,
  certifyingStatementPage,
  takesPage,
  textPage,
  textComparePage,
  versionsPage,
  movesPage,
  networkPage,
  mirrorPage,
  statusPage,
  actorPage,
  betweenPage,
  desksPage,
  comparePage,
  deskPage,
  depositaryDeskPage,
  notificationsPage,
  notificationPage,
];
