/** All families of a folder, one after another on one node, and what is said of them. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Family, Tally, TruthFolder } from './family.ts';
import { capAlerts } from './families/cap.ts';
import { canonicalJson } from './families/canonical-json.ts';
import { decisionCases } from './families/decision-cases.ts';
import { declarations } from './families/declarations.ts';
import { ed25519 } from './families/ed25519.ts';
import { entryIntoForceCases } from './families/entry-into-force.ts';
import { calendars } from './families/icalendar.ts';
import { joiningDates } from './families/joining-dates.ts';
import { merkleProofs } from './families/merkle-proofs.ts';
import { securityCouncil } from './families/security-council.ts';
import { powerIndices } from './families/power.ts';
import { stix } from './families/stix.ts';
import { resolutions } from './families/resolutions.ts';
import { rollCalls } from './families/roll-calls.ts';
import { openVerifyNode } from './node.ts';

const FAMILIES: readonly Family[] = [
  entryIntoForceCases,
  joiningDates,
  declarations,
  capAlerts,
  calendars,
  stix,
  resolutions,
  merkleProofs,
  ed25519,
  canonicalJson,
  rollCalls,
  decisionCases,
  securityCouncil,
  powerIndices,
];
const TRUTH_BYTES_MAX = 64 * 1024 * 1024;

type Say = (line: string) => void;

function folderAt(root: string): TruthFolder {
  const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
  return {
    has: (path) => existsSync(join(root, path)),
    read: (path) => {
      const file = join(root, path);
      return isFile(file) && statSync(file).size <= TRUTH_BYTES_MAX ? readFileSync(file) : null;
    },
    list: (path) => {
      const below = join(root, path);
      return existsSync(below) && !isFile(below) ? readdirSync(below).sort() : [];
    },
  };
}

function tell(
  { name, outcomes, remarks = [] }: Tally,
  say: Say,
): { reproduced: number; missed: number } {
  const told = outcomes.filter((one) => one.outcome !== 'reproduced');
  const notAtHand = outcomes.filter((one) => one.outcome === 'not-at-hand').length;
  const missed = outcomes.filter((one) => one.outcome === 'missed').length;
  const reproduced = outcomes.length - notAtHand - missed;
  for (const one of told) {
    const label = one.outcome === 'missed' ? 'missed' : 'not at hand';
    say(`  ${label}: ${one.case}: ${one.reason}`);
  }
  if (notAtHand > 0) say(`  not at hand: ${notAtHand} of ${outcomes.length}`);
  for (const remark of remarks) say(`  ${remark}`);
  say(`${name}: ${reproduced}/${reproduced + missed}`);
  return { reproduced, missed };
}

/** Folders of truths for which there is no family. */
function skippedIn(root: string): string[] {
  const known = new Set(
    FAMILIES.flatMap((family) => family.files.map((file) => file.split('/')[0])),
  );
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Verifies the folder and says a line for each family and miss, the sums last. `checkout` holds the
 * folder `world`, from which the registry of actors is recorded.
 */
export async function verify(root: string, checkout: string, say: Say): Promise<void> {
  const folder = folderAt(root);
  const present = FAMILIES.filter((family) => folder.has(family.files[0] ?? ''));
  let [reproduced, missed] = [0, 0];
  if (present.length > 0) {
    const node = await openVerifyNode(checkout, new Date().toISOString().slice(0, 10));
    try {
      for (const family of present) {
        for (const tally of await family.run(folder, node)) {
          const told = tell(tally, say);
          reproduced += told.reproduced;
          missed += told.missed;
        }
      }
    } finally {
      await node.close();
    }
  }
  for (const family of FAMILIES) {
    if (!present.includes(family)) say(`skipped: ${family.files[0]} is not there`);
  }
  for (const name of skippedIn(root)) say(`skipped: ${name}: no family of it is known`);
  say(`verify: ${reproduced} reproduced, ${missed} missed`);
}
