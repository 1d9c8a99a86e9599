import { expect, test } from 'vitest';
import { peerNodes } from './peer-nodes.ts';

test('an actor reads at the node that it operates, this one among them', async () => {
  const here = { operator: 'NOR', address: () => 'https://nor.example' };
  const nodesOf = peerNodes(here, async () => [
    { operator: 'KEN', address: 'https://ken.example' },
    { operator: 'FRA', address: 'https://fra.example' },
  ]);
  expect([...(await nodesOf(['KEN', 'NOR', 'USA']))]).toEqual([
    ['KEN', 'https://ken.example'],
    ['NOR', 'https://nor.example'],
  ]);
});
