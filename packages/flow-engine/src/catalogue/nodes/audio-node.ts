import { z } from 'zod';
import { address, caption, defineMediaNode } from '../media-node.ts';

export const audioNode = defineMediaNode({
  kind: 'audio',
  title: 'Audio',
  summary: 'Plays a sound.',
  data: z.looseObject({ audio: address('the sound'), caption }),
  example: { audio: 'https://example.com/greeting.mp3', caption: 'A word from our founder' },
  addressOf: data => data.audio,
});
