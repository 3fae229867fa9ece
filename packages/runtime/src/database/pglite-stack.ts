import type { PGlite } from '@electric-sql/pglite';

/**
 * Runs the engine and puts its stack pointer back. PGlite 0.5 leaves an error of a statement by a jump that does
 * not unwind the stack of its WebAssembly instance: about 1 KiB is lost with each, until every statement fails
 * with "stack depth limit exceeded".
 */
export async function withStackRestored<T>(pg: PGlite, work: () => Promise<T>): Promise<T> {
  const pointer = stackPointerOf(pg);
  const before = pointer?.value;
  try {
    return await work();
  } finally {
    if (pointer !== undefined) pointer.value = before;
  }
}

/** The global of the instance that Emscripten exports; versions of PGlite without it have to cope. */
function stackPointerOf(pg: PGlite): { value: unknown } | undefined {
  const module: unknown = Reflect.get(pg, 'mod');
  if (typeof module !== 'object' || module === null || !('___stack_pointer' in module)) return undefined;
  const pointer = module.___stack_pointer;
  return typeof pointer === 'object' && pointer !== null && 'value' in pointer
    ? (pointer as { value: unknown })
    : undefined;
}
