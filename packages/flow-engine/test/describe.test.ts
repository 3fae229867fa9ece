import { expect, test } from 'vitest';
import { catalogueBrief, describeCatalogue, describeNodeType } from '../src/catalogue/describe.ts';

const catalogue = describeCatalogue();

test('every node type is described as JSON, each field with a sentence', () => {
  expect(catalogue).toHaveLength(59);
  expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
  const mute = catalogue.flatMap(({ type, fields }) =>
    fields.filter(({ description }) => description === '').map(({ name }) => `${type}.${name}`),
  );
  expect(mute).toEqual([]);
});

test('a description says what is asked for, what leads on and what is kept', () => {
  const described = describeNodeType('n-choices-node');
  expect(described?.outputs.map(({ id }) => id)).toEqual(['source-sales', 'source-support', null]);
  expect(described?.stores).toMatchObject([{ name: 'topic', type: 'text', answer: true }]);
  expect(described?.waits).toBe(true);
  const choices = described?.fields.find(({ name }) => name === 'choices');
  expect(choices).toMatchObject({ kind: 'list', required: false });
  expect(choices?.fields?.map(({ name }) => name)).toContain('choiceText');
  expect(described?.fields.find(({ name }) => name === 'choicePrompt')?.aliases).toEqual(['questionText']);
});

test('a field without a default is required', () => {
  const [text] = describeNodeType('message-node')?.fields ?? [];
  expect(text).toMatchObject({ name: 'text', kind: 'text', required: true });
});

test('defaults are told where a field is left out', () => {
  const fields = describeNodeType('condition-node')?.fields ?? [];
  expect(fields.map(({ name, default: byDefault }) => [name, byDefault])).toContainEqual(['operator', '=']);
  expect(fields.every(({ required }) => !required)).toBe(true);
});

test('a type that does not exist has no description', () => {
  expect(describeNodeType('no-node')).toBeUndefined();
});

test('the brief has a line for each type that is still written, and fits a prompt', () => {
  const brief = catalogueBrief();
  expect(brief.split('\n')).toHaveLength(catalogue.filter(({ legacy }) => !legacy).length);
  expect(new TextEncoder().encode(brief).length).toBeLessThanOrEqual(8 * 1024);
  expect(brief).not.toContain('two-choices-node');
});
