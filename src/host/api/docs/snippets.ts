/** The same request in four ways: what a programmer copies. */
export interface Snippet {
  readonly name: string;
  readonly code: string;
}

/** A word of a shell, quoted where it has to be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** `asOf` → `--as-of`, as the command line names it. */
const optionName = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `concord agreements status --agreement paris-agreement`. */
export function commandLine(area: string, question: string, search: URLSearchParams): string {
  const words = [...search].flatMap(([name, value]) => [optionName(name), shellWord(value)]);
  return ['concord', area, question, ...words].join(' ');
}

/** A question asked with curl, the command line, JavaScript and Python. */
export function questionSnippets(
  asked: { readonly area: string; readonly question: string; readonly href: string },
  search: URLSearchParams,
  origin: string,
): readonly Snippet[] {
  const query = search.toString();
  const address = `${origin}${asked.href}${query === '' ? '' : `?${query}`}`;
  const text = JSON.stringify(address);
  return [
    { name: 'curl', code: `curl -H 'Accept: application/json' ${shellWord(address)}` },
    { name: 'CLI', code: `${commandLine(asked.area, asked.question, search)} --json` },
    {
      name: 'JavaScript',
      code:
        `const response = await fetch(${text});\n` +
        'const answer = await response.json();\n' +
        'if (!response.ok) throw new Error(`${answer.rule}: ${answer.reason}`);',
    },
    {
      name: 'Python',
      code:
        'import json, urllib.request\n' +
        `with urllib.request.urlopen(${text}) as response:\n` +
        '    answer = json.load(response)',
    },
  ];
}

/** An act handed in with curl and the command line; its preview records nothing. */
export function actSnippets(draft: unknown, origin: string): readonly Snippet[] {
  const body = JSON.stringify(draft);
  const curl = (path: string) =>
    [
      `curl ${shellWord(`${origin}${path}`)}`,
      "-H 'Content-Type: application/json'",
      '-H "Authorization: Bearer $CONCORD_TOKEN"',
      `-d ${shellWord(body)}`,
    ].join(' \\\n  ');
  return [
    { name: 'curl (preview)', code: curl('/api/acts/preview') },
    { name: 'curl', code: curl('/api/acts') },
    { name: 'CLI', code: `echo ${shellWord(body)} | concord acts preview -` },
  ];
}
