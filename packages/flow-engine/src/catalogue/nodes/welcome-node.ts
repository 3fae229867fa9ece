import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { flag, spoken, unspoken } from '../fields.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';

export const welcomeNode = defineNodeType({
  type: 'welcome-node',
  group: 'send',
  title: 'Welcome',
  summary: 'Starts the conversation with a greeting, and a picture if there is one.',
  data: z.looseObject({
    text: z.string().default('').describe('The greeting.'),
    image: z.string().default('').describe('Address of a picture above the greeting.'),
    disableImage: flag(false).describe('Hides the picture.'),
  }),
  example: { text: 'Hi! How can I help?' },
  handles: onlyDefault,
  texts: data => [...spoken('/text', data.text), ...unspoken('/image', data.image, 'url')],
  enter(data, call) {
    const image = data.disableImage ? '' : call.render(data.image, 'plain');
    if (image !== '') call.say({ type: 'image', url: image });
    const text = call.render(data.text);
    if (text !== '') call.say({ type: 'text', text });
    return leave();
  },
});
