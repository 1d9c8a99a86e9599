import type { Example } from '../example.ts';
import { type VersionLane, VersionTree } from './version-tree.tsx';

const lanes: readonly VersionLane[] = [
  {
    label: 'Protocol',
    above: null,
    adoptedOn: '1987-09-16',
    inForceOn: '1989-01-01',
    endedOn: null,
    count: 197,
  },
  {
    label: 'London Amendment',
    above: 0,
    adoptedOn: '1990-06-29',
    inForceOn: '1992-08-10',
    endedOn: null,
    count: 196,
  },
  {
    label: 'An amendment of the amendment with a name that no phone has room for',
    above: 1,
    adoptedOn: '2012-05-04',
    inForceOn: null,
    endedOn: null,
    count: 0,
  },
  {
    label: 'Passing Amendment',
    above: 0,
    adoptedOn: '1999-12-03',
    inForceOn: '2002-02-25',
    endedOn: '2020-01-01',
    count: 80,
  },
];

export const versionTreeExamples: readonly Example[] = [
  {
    name: 'a text, its amendments and one of theirs',
    render: (text) => (
      <VersionTree text={text} id="versions" label="Versions" to="2026-11-22" lanes={lanes} />
    ),
  },
];
