import type { DataFinding } from './node-type.ts';

/** A finding for a number of a node that lies outside of what the engine takes; the engine takes the nearest bound. */
export function limitFindings(
  value: number,
  [least, most]: readonly [number, number],
  { field, unit = '', nodeId }: { readonly field: string; readonly unit?: string; readonly nodeId: string },
): DataFinding[] {
  const nearest = within(value, least, most);
  if (nearest === value) return [];
  return [
    {
      code: 'LIMIT_EXCEEDED',
      message: `"${field}" is ${`${least} to ${most} ${unit}`.trim()}, not ${value}.`,
      pointer: `/${field}`,
      fix: {
        title: `Set "${field}" to ${nearest}`,
        operations: [{ op: 'update_node', nodeId, data: { [field]: nearest } }],
      },
    },
  ];
}

export const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
