import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { spoken, unspoken } from '../fields.ts';
import { address, linkFindings } from '../media-node.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { renderUrl } from '../render-url.ts';

/** Time to see the link before the next message. */
const pauseMs = 600;

export const navigateNode = defineNodeType({
  type: 'navigate-node',
  group: 'send',
  title: 'Link',
  summary: 'Offers a link to a page, and goes on.',
  data: z.looseObject({
    url: address('the page'),
    navigatePrompt: z.string().max(10_000).default('').describe('What is said about the page.'),
  }),
  example: { url: 'https://example.com/prices', navigatePrompt: 'See our prices' },
  handles: onlyDefault,
  texts: data => [...unspoken('/url', data.url, 'url'), ...spoken('/navigatePrompt', data.navigatePrompt)],
  check: (data, nodeId) => linkFindings(data.url, '/url', nodeId),
  enter(data, call) {
    const url = renderUrl(data.url, call);
    const text = call.render(data.navigatePrompt);
    if (url !== undefined) call.say({ type: 'link', url, ...(text !== '' && { text }) });
    else if (text !== '') call.say({ type: 'text', text });
    call.pace(pauseMs);
    return leave();
  },
});
