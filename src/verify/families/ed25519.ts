/** Signatures with a known verdict, through the way on which those of acts are verified. */
import { z } from 'zod';
import { publicKeyFault, publicKeyOf } from '../../kernel/key.ts';
import { messageHolds } from '../../kernel/sign.ts';
import type { Family, Outcome } from '../family.ts';
import { jsonIn, judged } from '../vectors.ts';

const FILE = 'federation/wycheproof/ed25519_test.json';

const Vectors = z.object({
  testGroups: z.array(
    z.object({
      publicKey: z.object({ pk: z.hex() }),
      tests: z.array(
        z.object({
          tcId: z.int(),
          comment: z.string(),
          msg: z.string(),
          sig: z.string(),
          result: z.enum(['valid', 'invalid', 'acceptable']),
        }),
      ),
    }),
  ),
});
type Group = z.infer<typeof Vectors>['testGroups'][number];

const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

function faultOf(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) {
  const fault = publicKeyFault(publicKey);
  if (fault !== null) return `the key is ${fault}`;
  return messageHolds(message, signature, publicKeyOf(publicKey))
    ? null
    : 'the signature does not hold';
}

/**
 * `acceptable` leaves it to the reader. Here it means refused: of two readers that differ on a
 * signature, one would hold an act for signed that the other does not know.
 */
function outcomesOf({ publicKey, tests }: Group): Outcome[] {
  const key = bytesOf(publicKey.pk);
  return tests.map(({ tcId, comment, msg, sig, result }) => {
    const name = comment === '' ? `${tcId}` : `${tcId} ${comment}`;
    return judged(name, faultOf(key, bytesOf(msg), bytesOf(sig)), result !== 'valid');
  });
}

export const ed25519: Family = {
  files: [FILE],
  async run(folder) {
    const { testGroups } = Vectors.parse(jsonIn(folder, FILE));
    const left = testGroups
      .flatMap(({ tests }) => tests)
      .filter(({ result }) => result === 'acceptable').length;
    return [
      {
        name: 'federation/ed25519',
        outcomes: testGroups.flatMap(outcomesOf),
        remarks: [`acceptable to some readers, to be refused here: ${left}`],
      },
    ];
  },
};
