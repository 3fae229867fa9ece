import { chatbotId as chatbotIdType } from '../contract.ts';
import { type ChatbotDocument, type ChatbotExport, documentOf } from './document.ts';
import { exportPath } from './export-path.ts';

/** Bytes of JSON of the parts in one answer: about 25,000 tokens, where common clients cut. */
const mostBytes = 60_000;

/** A document in an answer, or as many of its parts as have room. */
export interface CutExport {
  document: ChatbotDocument;
  parts: { name: string; bytes: number; included: boolean }[];
  truncated?: true;
  next?: string;
}

interface Part {
  readonly name: string;
  readonly value: unknown;
  readonly bytes: number;
}

/** @param only The one part that is wanted; undefined: all that have room, in their order. */
export function cutExport(chatbotId: string, { head, parts }: ChatbotExport, only: string | undefined): CutExport {
  const all = [...parts].map(([name, value]) => ({ name, value, bytes: Buffer.byteLength(JSON.stringify(value)) }));
  const wanted = all.filter(({ name }) => only === undefined || name === only);
  const shown = new Set<Part>();
  let room = mostBytes;
  for (const part of wanted) {
    if (part.bytes > room) continue;
    shown.add(part);
    room -= part.bytes;
  }
  const left = all.filter(part => !shown.has(part));
  return {
    document: documentOf(
      head,
      [...shown].map(({ name, value }) => [name, value] as const),
    ),
    parts: all.map(part => ({ name: part.name, bytes: part.bytes, included: shown.has(part) })),
    ...(left.length > 0 && { truncated: true, next: goOn(chatbotId, left) }),
  };
}

function goOn(chatbotId: string, left: readonly Part[]): string {
  const names = left.map(({ name }) => name).join(', ');
  const small = left.filter(({ bytes }) => bytes <= mostBytes).map(({ name }) => `part "${name}"`);
  const call = small.length === 0 ? '' : ` Call export_chatbot again with ${small.join(', or ')}.`;
  const whole = exportPath.replace('{chatbotId}', chatbotIdType.encode(chatbotId));
  return `Left off here: ${names}.${call} GET ${whole} with the API key answers the whole document, however long.`;
}
