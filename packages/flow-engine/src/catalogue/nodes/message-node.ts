import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { spoken } from '../fields.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';

export const messageNode = defineNodeType({
  type: 'message-node',
  group: 'send',
  title: 'Message',
  summary: 'Says a text.',
  data: z.looseObject({
    text: z.string().max(10_000).describe('What the bot says, Markdown or the HTML of the editor.'),
  }),
  aliases: { text: ['message'] },
  example: { text: 'Thanks, {{name}}! We will be in touch.' },
  handles: onlyDefault,
  texts: data => spoken('/text', data.text),
  enter(data, call) {
    const text = call.render(data.text);
    // A choice shows what was picked; a message that repeats it would say it twice.
    if (text !== '' && text !== call.picked) call.say({ type: 'text', text });
    return leave();
  },
});
