import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { spoken } from '../fields.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';

export const htmlNode = defineNodeType({
  type: 'html-node',
  group: 'send',
  title: 'HTML',
  summary: 'Shows HTML of the author, which clients clean before they show it.',
  data: z.looseObject({
    html: z.string().max(10_000).default('').describe('The HTML. What placeholders stand for is escaped.'),
  }),
  example: { html: '<p>Your number is <strong>{{ticket}}</strong>.</p>' },
  handles: onlyDefault,
  texts: data => spoken('/html', data.html, 'html'),
  enter(data, call) {
    const text = call.render(data.html, 'html');
    if (text.trim() !== '') call.say({ type: 'html', text });
    return leave();
  },
});
