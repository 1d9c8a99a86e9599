/** The certifying statement that goes with an agreement for registration, ready to be signed. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../../../ui/definition-list/definition-list.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import { OfficialPaper } from '../../../../ui/official-paper/official-paper.tsx';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { formatDate } from '../../../../ui/text/format.ts';
import { certifyingStatement } from '../../questions/certifying-statement.ts';
import { languageIn } from '../agreement-aside.tsx';
import { AgreementViews } from '../agreement-views.tsx';
import type { AnswerTo } from '../answers.ts';
import { agreementHref } from '../links.ts';
import { adoptionLine, depositaryNames } from './notification-text.ts';

type Statement = AnswerTo<typeof certifyingStatement>;

interface StatementProps {
  readonly request: PageRequest;
  readonly shown: Statement;
}

function forceOf({ request, shown }: StatementProps): Content {
  const { text } = request;
  if (shown.entryIntoForceOn === null) return text('agreements.certifying.not-in-force');
  const on = formatDate(text.locale, shown.entryIntoForceOn);
  const by = text('agreements.certifying.by', { clause: shown.citation });
  return (
    <>
      {on}, {by}{' '}
      <span lang="en" dir="ltr">
        ({shown.manner})
      </span>
    </>
  );
}

function registrationOf({ request, shown }: StatementProps): string {
  const { registration } = shown;
  if (registration === null) return request.text('agreements.certifying.unregistered');
  const on = registration.on === null ? '' : `, ${formatDate(request.locale, registration.on)}`;
  return `${registration.number}${on}`;
}

function About(props: StatementProps): Markup {
  const { request, shown } = props;
  const { text } = request;
  const names = new Intl.DisplayNames(request.locale, { type: 'language' });
  const languages = shown.languages.map((tag) => languageIn(names, tag)).join(', ');
  const conclusion = { adoptedAt: shown.concludedAt, adoptedOn: shown.concludedOn };
  const items = [
    { term: text('agreements.certifying.name'), content: shown.title },
    { term: text('agreements.languages'), content: languages || '–' },
    { term: text('agreements.certifying.concluded'), content: adoptionLine(text, conclusion) },
    { term: text('agreements.certifying.force'), content: forceOf(props) },
    { term: text('agreements.depositary'), content: depositaryNames(shown) || '–' },
    { term: text('agreements.registration'), content: registrationOf(props) },
  ];
  return <DefinitionList items={items} />;
}

function Parties({ request, shown }: StatementProps): Markup {
  const { text } = request;
  const columns = ['name', 'signed', 'instrument', 'deposited', 'effective'];
  const dates = new Set(['signed', 'deposited', 'effective']);
  return (
    <DataTable
      text={text}
      id="parties"
      caption={text('agreements.certifying.parties')}
      columns={columns.map((key) => ({
        key,
        label: text(`agreements.party.${key}`),
        kind: dates.has(key) ? ('date' as const) : ('text' as const),
      }))}
      rows={shown.parties.map((party) => ({
        cells: {
          name: party.name,
          signed: party.signedOn,
          instrument:
            party.instrument === null ? null : text(`agreements.instrument.${party.instrument}`),
          deposited: party.depositedOn,
          effective: party.effectOn,
        },
      }))}
    />
  );
}

function Statements({ request, shown }: StatementProps): Markup {
  const { text } = request;
  const made = shown.parties.filter(({ statements }) => statements.length > 0);
  return (
    <section>
      <h2>{text('agreements.certifying.statements')}</h2>
      {made.length === 0 ? <p>{text('agreements.certifying.no-statements')}</p> : null}
      {made.map(({ name, statements }) => (
        <>
          <h3>{name}</h3>
          {statements.map(({ kind, text: wording }) => (
            <>
              <p>{text(`agreements.event.${kind}`)}</p>
              {wording.slice(0, 1).map((one) => (
                <blockquote lang={one.language} dir="auto">
                  {one.text}
                </blockquote>
              ))}
            </>
          ))}
        </>
      ))}
    </section>
  );
}

function Signature({ request }: { request: PageRequest }): Markup {
  const { text } = request;
  const line = (key: string): Markup => (
    <p>
      {text(`agreements.certifying.${key}`)} <span class="paper-line">&nbsp;</span>
    </p>
  );
  return (
    <>
      {line('place')}
      {line('signature')}
    </>
  );
}

function Paper(props: StatementProps): Markup {
  const { request, shown } = props;
  const { text } = request;
  return (
    <OfficialPaper
      kind={text('agreements.certifying.title')}
      addressee={text('agreements.certifying.for')}
      title={shown.title}
      signature={<Signature request={request} />}
    >
      <p>{text('agreements.certifying.opening')}</p>
      <About {...props} />
      <Parties {...props} />
      <Statements {...props} />
      <p>
        <small>
          {text('agreements.certifying.draft', { on: formatDate(text.locale, request.asOf) })}
        </small>
      </p>
    </OfficialPaper>
  );
}

export const certifyingStatementPage: Page = {
  path: '/agreements/:agreement/certifying-statement',
  section: 'agreements',
  examples: ['/agreements/un-charter/certifying-statement?asOf=1946-01-01'],
  async render(request) {
    const { locale, params, text } = request;
    const agreement = params['agreement'] ?? '';
    const shown = await request.ask(certifyingStatement, { agreement, locale });
    if (isRefusal(shown)) return shown;
    return {
      title: `${text('agreements.certifying.title')}: ${shown.title}`,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('agreements.title'), href: '/agreements' },
        { label: shown.title, href: agreementHref(agreement, request) },
      ],
      alternates: [
        {
          href: questionHref('agreements.certifying-statement', { agreement }, request, 'json'),
          label: 'JSON',
          type: 'application/json',
        },
      ],
      body: (
        <>
          <AgreementViews request={request} agreement={agreement} current="certifying" />
          <Paper request={request} shown={shown} />
          <p class="beside-paper">
            <small>{text('agreements.notification.print')}</small>
          </p>
        </>
      ),
    };
  },
};
