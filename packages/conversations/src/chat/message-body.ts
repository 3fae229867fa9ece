import { createHash } from 'node:crypto';
import type { Json, Reply, UploadedFile } from '@conferbot/flow-engine';
import { z } from 'zod';
import { clientMessageId } from '../client-message-id.ts';
import type { Said, Thread } from '../runtime/thread.ts';
import { visitorText } from './visitor-text.ts';

const choice = visitorText(500);
const fileId = z.uuid();
const mostValueCharacters = 20_000;

/** What a visitor sends. An empty `text` passes a question by that is optional. */
export const messageBody = z
  .object({
    clientMessageId,
    text: visitorText(10_000).optional(),
    choiceId: choice.optional(),
    choiceIds: z.array(choice).max(100).optional(),
    value: z
      .union([visitorText(mostValueCharacters), z.number(), z.boolean(), z.record(z.string().max(100), plainValue())])
      .optional(),
    fileId: fileId.optional(),
    fileIds: z.array(fileId).max(20).optional(),
  })
  .refine(
    ({ clientMessageId: _name, ...reply }) => Object.values(reply).some(part => part !== undefined),
    'Give one of text, choiceId, choiceIds, value, fileId, fileIds.',
  );

/** A place or a span of time is an object of plain values. */
function plainValue() {
  return z.union([visitorText(1_000), z.number(), z.boolean(), z.null()]);
}

export type MessageBody = z.output<typeof messageBody>;

/** The same for the same message, whatever the order in which its fields were written. */
export function digestOf({ clientMessageId: _name, ...reply }: MessageBody): string {
  return createHash('sha256').update(JSON.stringify(reply)).digest('base64url');
}

export function filesOf({ fileId, fileIds = [] }: MessageBody): readonly string[] {
  return fileId === undefined ? fileIds : [fileId, ...fileIds];
}

/** What a message says that is words and nothing else; undefined for any other. */
export function wordsOf({ clientMessageId: _name, text, ...parts }: MessageBody): string | undefined {
  const words = text?.trim() ?? '';
  return words === '' || Object.values(parts).some(part => part !== undefined) ? undefined : words;
}

/** What the flow gets. */
export function replyOfBody({ text, choiceId, choiceIds, value }: MessageBody, files: readonly UploadedFile[]): Reply {
  return {
    ...(text !== undefined && { text }),
    ...(choiceId !== undefined && { choiceId }),
    ...(choiceIds !== undefined && { choiceIds }),
    ...(value !== undefined && { value: value as Json }),
    ...(files.length > 0 && { files }),
  };
}

/** What stands in the conversation: options by their labels. */
export function saidBy(body: MessageBody, files: readonly UploadedFile[], { state }: Thread): Said {
  const { text, choiceId, choiceIds, value } = body;
  const options = state.wait?.request?.options ?? [];
  const labelOf = (id: string) => options.find(option => option.id === id)?.label ?? id;
  const [file] = files;
  if (file !== undefined) {
    const said = files.map(({ name, url }) => ({ name, url }));
    return {
      from: 'visitor',
      type: 'file',
      body: { text: text ?? said.map(({ name }) => name).join(', '), url: file.url, fileName: file.name, files: said },
    };
  }
  if (choiceId !== undefined) {
    return { from: 'visitor', type: 'choice', body: { text: text ?? labelOf(choiceId), choiceId } };
  }
  if (choiceIds !== undefined) {
    const labels = choiceIds.map(labelOf).join(', ');
    return { from: 'visitor', type: 'choices', body: { text: text ?? labels, choiceIds } };
  }
  if (value === undefined) return { from: 'visitor', type: 'text', body: { text: text ?? '' } };
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return { from: 'visitor', type: 'value', body: { text: text ?? shown, value: value as Json } };
}
