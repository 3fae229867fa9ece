import { type NodePasses, sumPasses } from '../rollup/figures.ts';
import { rounded } from './rate.ts';

const mostNodes = 10;

/** Nodes at which conversations break off, those that lose most first. */
export function topDropOffs(passes: readonly NodePasses[]) {
  return sumPasses(passes)
    .filter(([, , reached, left]) => reached > left)
    .sort((a, b) => lostAt(b) - lostAt(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostNodes)
    .map(([nodeId, nodeType, reached, left]) => ({
      nodeId,
      nodeType,
      reached,
      left,
      dropOffRate: rounded((reached - left) / reached),
    }));
}

function lostAt([, , reached, left]: NodePasses): number {
  return reached - left;
}
