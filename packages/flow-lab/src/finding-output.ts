import type { Finding } from '@conferbot/flow-engine';
import { z } from 'zod';
import { operationOutput } from './operation-field.ts';

/** A finding as tools return it. */
export const findingOutput = z.object({
  severity: z.enum(['error', 'warning']).describe('Errors block publishing, warnings do not.'),
  code: z.string().describe('What kind of finding it is, such as UNREACHABLE_NODE.'),
  message: z.string().describe('What is wrong and what to do.'),
  nodeId: z.string().optional().describe('The node that it is about.'),
  edgeId: z.string().optional().describe('The edge that it is about.'),
  pointer: z.string().describe('JSON pointer into the flow: where it is.'),
  related: z.array(z.string()).optional().describe('JSON pointers to what else takes part.'),
  fix: z
    .object({
      title: z.string().describe('What the remedy does.'),
      operations: z.array(operationOutput).describe('Operations for apply_flow_patch that bring it about.'),
    })
    .optional()
    .describe('Present where the remedy is mechanical.'),
});

/** Findings by severity. */
export const countsOutput = z
  .object({
    errors: z.int().describe('Findings that block publishing.'),
    warnings: z.int().describe('Findings that do not.'),
  })
  .describe('How many findings there are.');

export function countFindings(findings: readonly Finding[]): z.output<typeof countsOutput> {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}
