/** The pages of the practice. */
import { actorPage, betweenPage } from './pages/actor.tsx';
import { agreementPage } from './pages/agreement.tsx';
import { certifyingStatementPage } from './pages/certifying-statement.tsx';
import { depositaryDeskPage } from './pages/depositary-desk.tsx';
import { listPage } from './pages/list.tsx';
import { deskPage, desksPage } from './pages/ministry.tsx';
import { comparePage } from './pages/ministry-compare.tsx';
import { relationPage } from './pages/relation.tsx';
import { reservationsPage } from './pages/reservations.tsx';
import { notificationPage } from './pages/notification.tsx';
import { agreementNotificationsPage, notificationsPage } from './pages/notifications.tsx';
import { statusPage } from './pages/status.tsx';
import { takesPage } from './pages/what-it-takes.tsx';
import { textPage } from './pages/text.tsx';
import { textComparePage } from './pages/text-compare.tsx';
import { versionsPage } from './pages/versions.tsx';

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
