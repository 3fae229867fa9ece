import { describe, expect, it, test } from 'vitest';
import { askNodes } from '../src/catalogue/ask-nodes.ts';
import type { NodeType } from '../src/catalogue/node-type.ts';
import { sendNodes } from '../src/catalogue/send-nodes.ts';
import { isJsonObject, type Json } from '../src/values/json.ts';

const types = new Map([...sendNodes, ...askNodes].map(type => [type.type, type]));

function typeOf(name: string): NodeType {
  const type = types.get(name);
  if (type === undefined) throw new Error(`There is no ${name}.`);
  return type;
}

function findingsOf(name: string, data: object): string[] {
  const type = typeOf(name);
  return (type.check?.(type.data.parse(data), 'n') ?? []).map(({ code, pointer }) => `${code} ${pointer}`);
}

describe.each([...types.keys()])('%s', name => {
  const type = typeOf(name);

  it('has an example with nothing to find, whose texts are where they are said to be', () => {
    const data = type.data.parse(type.example);
    expect(type.check?.(data, 'n') ?? []).toEqual([]);
    for (const { pointer, text } of type.texts?.(data) ?? []) expect(at(data as Json, pointer)).toBe(text);
    for (const { pointer, name } of type.writes?.(data, 'n') ?? []) {
      if (pointer !== undefined) expect(at(data as Json, pointer)).toBe(name);
    }
  });

  it('reads empty data or says which text is missing, and keeps fields that it does not know', () => {
    const read = type.data.safeParse({ extra: 1 });
    if (!read.success) expect(read.error.issues.map(({ path }) => path)).toEqual([['text']]);
    else expect(read.data).toMatchObject({ extra: 1 });
  });

  it('waits in every visit if it asks, and never if it sends', () => {
    expect(type.waits?.(type.data.parse(type.example)) ?? false).toBe(type.group === 'ask');
  });
});

function at(data: Json, pointer: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of pointer.split('/').slice(1)) {
    if (Array.isArray(value)) value = (value as readonly Json[])[Number(key)];
    else value = isJsonObject(value) ? value[key] : undefined;
  }
  return value;
}

test.each<[string, object, string[]]>([
  ['welcome-node', {}, []],
  ['welcome-node', { image: 'example.com/a.png' }, ['BAD_URL /image']],
  ['image-node', {}, ['BAD_URL /image', 'IMAGE_WITHOUT_ALT /caption']],
  ['image-node', { image: 'https://example.com/{{id}}.png', caption: ' ' }, ['IMAGE_WITHOUT_ALT /caption']],
  ['video-node', { video: '{{film}}' }, []],
  ['file-node', { file: 'http://intranet.local/a.pdf' }, []],
  ['user-redirect-node', { url: 'javascript:alert(1)' }, ['BAD_URL /url']],
  ['navigate-node', { url: '/prices' }, ['BAD_URL /url']],
  ['ask-file-node', { maxSize: 0, maxFiles: '21' }, ['LIMIT_EXCEEDED /maxSize', 'LIMIT_EXCEEDED /maxFiles']],
  ['ask-multiple-questions-node', {}, ['BAD_NODE_DATA /questions']],
  ['calendar-node', { botTimeZone: 'Mars/Olympus' }, ['BAD_NODE_DATA /botTimeZone']],
  ['calendar-node', { minDate: '2026-02-30', maxDate: '{{now}}' }, ['BAD_NODE_DATA /minDate']],
  ['calendar-node', { minDate: '2026-03-02', maxDate: '2026-03-01' }, ['BAD_NODE_DATA /maxDate']],
  ['n-select-option-node', {}, ['BAD_NODE_DATA /options']],
  [
    'n-check-options-node',
    { options: [{ id: 1, optionText: 'Yes' }, { optionText: '<b>YES</b>' }] },
    ['OPTION_LABEL_DUPLICATE /options/1/optionText'],
  ],
])('%s with %j', (name, data, expected) => {
  expect(findingsOf(name, data)).toEqual(expected);
});

test('a picture without a scheme is completed by the fix', () => {
  const type = typeOf('image-node');
  const [finding] = type.check?.(type.data.parse({ image: 'example.com/a.png', caption: 'A' }), 'n') ?? [];
  expect(finding?.fix?.operations).toEqual([
    { op: 'update_node', nodeId: 'n', data: { image: 'https://example.com/a.png' } },
  ]);
});
