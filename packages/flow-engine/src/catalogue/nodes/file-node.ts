import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { plainText } from '../../text/plain-text.ts';
import { spoken, unspoken } from '../fields.ts';
import { address, linkFindings } from '../media-node.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { renderUrl } from '../render-url.ts';

const unnamed = 'Download File';

export const fileNode = defineNodeType({
  type: 'file-node',
  group: 'send',
  title: 'File',
  summary: 'Offers a file to download.',
  data: z.looseObject({
    file: address('the file'),
    fileName: z.string().max(500).default(unnamed).describe('What the download is called.'),
  }),
  example: { file: 'https://example.com/prices.pdf', fileName: 'Prices 2026.pdf' },
  handles: onlyDefault,
  texts: data => [...unspoken('/file', data.file, 'url'), ...spoken('/fileName', data.fileName, 'plain')],
  check: (data, nodeId) => linkFindings(data.file, '/file', nodeId),
  enter(data, call) {
    const url = renderUrl(data.file, call);
    const fileName = call.render(plainText(data.fileName), 'plain').trim() || unnamed;
    if (url !== undefined) call.say({ type: 'file', url, fileName });
    return leave();
  },
});
