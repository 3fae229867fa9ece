import { z } from 'zod';
import { address, caption, defineMediaNode } from '../media-node.ts';

export const videoNode = defineMediaNode({
  kind: 'video',
  title: 'Video',
  summary: 'Shows a film.',
  data: z.looseObject({ video: address('the film, or of its page'), caption }),
  example: { video: 'https://example.com/tour.mp4', caption: 'A tour in one minute' },
  addressOf: data => data.video,
});
