import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { flag, unspoken } from '../fields.ts';
import { address, linkFindings } from '../media-node.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { renderUrl } from '../render-url.ts';

export const userRedirectNode = defineNodeType({
  type: 'user-redirect-node',
  group: 'send',
  title: 'Redirect',
  summary: 'Opens a page in the browser of the visitor.',
  data: z.looseObject({
    url: address('the page'),
    openInNewTab: flag(true).describe('Keeps the page with the chat open.'),
  }),
  example: { url: 'https://example.com/thanks?plan={{plan}}', openInNewTab: true },
  handles: onlyDefault,
  texts: data => unspoken('/url', data.url, 'url'),
  check: (data, nodeId) => linkFindings(data.url, '/url', nodeId),
  enter(data, call) {
    const url = renderUrl(data.url, call);
    if (url !== undefined) call.say({ type: 'redirect', url, newTab: data.openInNewTab });
    return leave();
  },
});
