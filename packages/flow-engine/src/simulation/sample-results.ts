import type { EffectErrorKind, EffectResult } from '../engine/effect.ts';
import type { CompiledNode } from '../graph/compile.ts';
import type { Json } from '../values/json.ts';
import type { Draw } from './draw.ts';
import type { Literals } from './literals.ts';

const failures: readonly EffectErrorKind[] = ['not_configured', 'timeout', 'connect', 'status', 'bad_response'];

/** A result such as an effect of this node may have; what the flow reads of it is there more often than not. */
export function sampleResult(node: CompiledNode | undefined, literals: Literals, draw: Draw): EffectResult {
  if (draw.chance(0.3)) return { ok: false, error: { kind: draw.oneOf(failures) ?? 'failed' } };
  const names = (node?.type?.writes?.(node.data, node.id) ?? []).map(({ name }) => name);
  const bare = names.flatMap(name => literals.forName(name));
  if (bare.length > 0 && draw.chance(0.5)) return { ok: true, value: draw.oneOf(bare) ?? null };
  const fields: Record<string, Json> = { text: 'A sample answer.', url: 'https://example.com/sample' };
  for (const name of names) {
    for (const path of literals.pathsOf(name)) setPath(fields, path, draw.oneOf(literals.forName(`${name}.${path}`)));
  }
  const mapped = names.map(name => [name, draw.oneOf(literals.forName(name)) ?? 'sample']);
  return { ok: true, value: { ...fields, columnMappedValues: Object.fromEntries(mapped) } };
}

function setPath(fields: Record<string, Json>, path: string, value: Json = 'sample'): void {
  const [first = '', ...rest] = path.split('.');
  if (first === '__proto__') return;
  fields[first] = rest.reduceRight<Json>((inner, key) => Object.fromEntries([[key, inner]]), value);
}
