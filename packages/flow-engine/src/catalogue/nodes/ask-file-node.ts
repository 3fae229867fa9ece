import { z } from 'zod';
import { documentExtensions } from '../../answers/extension-types.ts';
import { type FileBounds, readFiles } from '../../answers/file.ts';
import { taken } from '../../answers/reading.ts';
import type { Json } from '../../values/json.ts';
import { defineAskNode, question } from '../ask-node.ts';
import { flag } from '../fields.ts';
import { limitFindings, within } from '../limit-findings.ts';
import { scalarNumber } from '../scalars.ts';

const sizeLimits = [0.01, 100] as const;
const countLimits = [1, 20] as const;

const data = z.looseObject({
  ...question,
  maxSize: scalarNumber(5).describe('Megabytes of one file at most.'),
  allowedTypes: z
    .preprocess(
      value => (typeof value === 'string' ? value.split(',') : (value ?? undefined)),
      z.array(z.string().max(200)).max(100).default([]),
    )
    .describe('MIME types (image/png, image/*) or extensions (.pdf), as a list or with commas; none: any file.'),
  acceptImages: flag(false).describe('Takes pictures.'),
  acceptDocuments: flag(false).describe('Takes documents.'),
  acceptVideos: flag(false).describe('Takes films.'),
  acceptAudio: flag(false).describe('Takes sounds.'),
  allowMultiple: flag(false).describe('Takes several files at once.'),
  maxFiles: scalarNumber(5).describe('Files at once, where several are taken.'),
  useSignedUrl: flag(true).describe('Keeps the files behind addresses that expire.'),
  storeAsList: flag(false).describe('Keeps the addresses as a list instead of one text.'),
});

type AskFile = z.infer<typeof data>;

function boundsOf(node: AskFile): FileBounds {
  const accept = [
    ...node.allowedTypes.map(normalRule).filter(rule => rule !== ''),
    ...(node.acceptImages ? ['image/*'] : []),
    ...(node.acceptDocuments ? documentExtensions : []),
    ...(node.acceptVideos ? ['video/*'] : []),
    ...(node.acceptAudio ? ['audio/*'] : []),
  ];
  return {
    accept: [...new Set(accept)],
    maxBytes: Math.round(within(node.maxSize, ...sizeLimits) * 1_048_576),
    maxFiles: node.allowMultiple ? Math.floor(within(node.maxFiles, ...countLimits)) : 1,
  };
}

/** `PNG`, `*.png` and `.png` are the same extension. */
function normalRule(written: string): string {
  const rule = written.trim().toLowerCase();
  return rule === '' || rule.includes('/') ? rule : `.${rule.replace(/^\*?\./, '')}`;
}

export const askFileNode = defineAskNode<AskFile, Json>({
  type: 'ask-file-node',
  title: 'Ask for a file',
  summary: 'Asks for a file, or several, and keeps their addresses.',
  data,
  aliases: { allowedTypes: ['acceptedFileTypes'] },
  example: { questionText: 'Please send your CV.', answerVariable: 'cv', allowedTypes: ['.pdf', '.docx'], maxSize: 10 },
  key: 'file',
  answerType: 'file',
  request(node) {
    const { accept, ...bounds } = boundsOf(node);
    return { kind: 'file', ...(accept.length > 0 && { accept }), ...bounds };
  },
  read(reply, node) {
    const files = readFiles(reply, boundsOf(node));
    if (!files.ok) return files;
    const urls = files.value.map(({ url }) => url);
    return taken(node.storeAsList ? urls : urls.join(', '));
  },
  check: ({ maxSize, maxFiles }, nodeId) => [
    ...limitFindings(maxSize, sizeLimits, { field: 'maxSize', unit: 'megabytes', nodeId }),
    ...limitFindings(maxFiles, countLimits, { field: 'maxFiles', unit: 'files', nodeId }),
  ],
});
