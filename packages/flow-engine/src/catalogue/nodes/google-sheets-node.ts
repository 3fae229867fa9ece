import { z } from 'zod';
import { isJsonObject, ownValue } from '../../values/json.ts';
import { boundedResult } from '../bounded-result.ts';
import { type ConnectorData, defineConnectorNode } from '../connector-node.ts';
import type { VariableWrite } from '../node-type.ts';
import { parameterText } from '../parameter-text.ts';

const mostColumns = 100;

export const googleSheetsNode = defineConnectorNode({
  connector: 'google-sheets',
  title: 'Google Sheets',
  summary: 'Writes a row of a spreadsheet, or reads one and keeps its columns as variables.',
  operations: ['write', 'read'],
  operationOf,
  fields: {
    spreadsheetId: parameterText.describe('Id of the spreadsheet, from its address.'),
    sheetName: parameterText.describe('Name of the sheet within it.'),
    columnMappings: z
      .array(
        z.looseObject({
          column: parameterText.describe('Letter or heading of the column.'),
          value: z
            .union([z.string(), z.number(), z.boolean(), z.null()])
            .default('')
            .describe('Written: what is put into the column. Read: name of the variable that takes it.'),
        }),
      )
      .max(mostColumns)
      .default([])
      .describe('Columns and what they are filled with or read into.'),
  },
  example: {
    operation: 'write',
    spreadsheetId: '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms',
    sheetName: 'Leads',
    columnMappings: [
      { column: 'Name', value: '{{name}}' },
      { column: 'E-mail', value: '{{email}}' },
    ],
  },
  writes: readColumns,
  use(result, data, call) {
    const values = ownValue(result, 'columnMappedValues');
    if (!isReading(data) || !isJsonObject(values)) return;
    for (const [name, value] of Object.entries(values).slice(0, mostColumns)) {
      if (name !== '' && name.length <= 100 && value !== null) call.setVariable(name, boundedResult(value));
    }
  },
});

/** Older editors keep the operation in `inputs`. */
function operationOf({ operation, inputs }: ConnectorData): string {
  const inner = isJsonObject(inputs) ? ownValue(inputs, 'operation') : undefined;
  const written = operation || (typeof inner === 'string' ? inner : '');
  return written.trim().toLowerCase();
}

function isReading(data: ConnectorData): boolean {
  return operationOf(data) === 'read';
}

function readColumns(data: ConnectorData): VariableWrite[] {
  if (!isReading(data)) return [];
  const mappings = data['columnMappings'] as readonly { readonly value: string | number | boolean | null }[];
  return mappings.flatMap(({ value }, index): VariableWrite[] =>
    typeof value === 'string' && value.trim() !== ''
      ? [{ name: value.trim(), type: 'any', answer: false, pointer: `/columnMappings/${index}/value` }]
      : [],
  );
}
