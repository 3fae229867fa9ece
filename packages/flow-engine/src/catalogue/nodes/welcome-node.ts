import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { flag, spoken, unspoken } from '../fields.ts';
import { address, linkFindings } from '../media-node.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { renderUrl } from '../render-url.ts';

export const welcomeNode = defineNodeType({
  type: 'welcome-node',
  group: 'send',
  title: 'Welcome',
  summary: 'Starts the conversation with a greeting, and a picture if there is one.',
  data: z.looseObject({
    text: z.string().max(10_000).default('').describe('The greeting.'),
    image: address('a picture above the greeting'),
    disableImage: flag(false).describe('Hides the picture.'),
  }),
  example: { text: 'Hi! How can I help?' },
  handles: onlyDefault,
  texts: data => [...spoken('/text', data.text), ...unspoken('/image', data.image, 'url')],
  check: (data, nodeId) => (data.image.trim() === '' ? [] : linkFindings(data.image, '/image', nodeId)),
  enter(data, call) {
    const url = data.disableImage ? undefined : renderUrl(data.image, call);
    if (url !== undefined) call.say({ type: 'image', url });
    const text = call.render(data.text);
    if (text !== '') call.say({ type: 'text', text });
    return leave();
  },
});
