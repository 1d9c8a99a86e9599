/** Roll calls of a collection: every one recorded, and its tally held against the stated one. */
import { isRefusal } from '../../kernel/refusal.ts';
import { importRollCalls } from '../../practices/meetings/import/import-roll-calls.ts';
import { loadTallies } from '../../practices/meetings/load-roll-calls.ts';
import { type Family, type Outcome, type Tally, type TruthFolder, compared } from '../family.ts';
import type { VerifyNode } from '../node.ts';

const BELOW = 'meetings';
const BODY = 'general-assembly';
/** The seat of China before the resolution 2758 (XXVI), which the collection calls by an island. */
const MEANINGS = { Taiwan: 'ROC' };

function filesIn(folder: TruthFolder) {
  const [rollCalls, votes] = [
    folder.read(`${BELOW}/unga-roll-calls.csv`),
    folder.read(`${BELOW}/unga-votes.csv.gz`),
  ];
  if (!rollCalls || !votes) return null;
  const voters = folder.read(`${BELOW}/unga-countries.csv`) ?? undefined;
  const issues = folder.read(`${BELOW}/unga-roll-call-issues.csv`) ?? undefined;
  return { rollCalls, votes, voters, issues };
}

const spelled = ({ yes, no, abstain }: { yes: number; no: number; abstain: number }): string =>
  `${yes}-${no}-${abstain}`;

async function run(folder: TruthFolder, node: VerifyNode): Promise<readonly Tally[]> {
  const name = `${BELOW}/roll-calls`;
  const files = filesIn(folder);
  if (files === null) {
    const reason = 'the tables of roll calls and votes are not there';
    return [{ name, outcomes: [{ case: name, outcome: 'not-at-hand', reason }] }];
  }
  const source = `${BELOW}/unga-roll-calls.csv`;
  const options = { body: BODY, source, custodian: node.operator, group: 'un' };
  const began = performance.now();
  const report = await importRollCalls(node.store, files, { ...options, meanings: MEANINGS });
  if (isRefusal(report)) {
    return [{ name, outcomes: [{ case: name, outcome: 'missed', reason: report.reason }] }];
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const lost: Outcome[] = report.rows.map(({ number, reason }) => ({
    case: `roll call ${number}`,
    outcome: 'missed',
    reason,
  }));
  const recorded = await node.store.read({ actors: [] }, (query) => loadTallies(query, BODY));
  const outcomes = recorded.map(({ number, tally, stated }): Outcome => {
    return compared(`roll call ${number}`, spelled(tally), stated && spelled(stated));
  });
  const { totals, unresolved, outOfTime } = report;
  const early = outOfTime.reduce((sum, { votes }) => sum + votes, 0);
  const remarks = [
    `${totals.votes} votes in ${totals.rollCalls} roll calls read and recorded in ${seconds} s`,
    `${totals.unresolvedVotes} votes of ${unresolved.length} voters whom nobody certainly is: ` +
      unresolved
        .map(({ name, votes, from, to }) => `${name} (${votes}, ${from} to ${to})`)
        .join('; '),
    `${early} votes of ${outOfTime.length} actors on days on which the registry does not have them`,
  ];
  return [{ name, outcomes: [...lost, ...outcomes], remarks }];
}

export const rollCalls: Family = { files: [`${BELOW}/unga-roll-calls.csv`], run };
