import { z } from 'zod';
import { address, caption, defineMediaNode } from '../media-node.ts';

export const imageNode = defineMediaNode({
  kind: 'image',
  title: 'Image',
  summary: 'Shows a picture.',
  data: z.looseObject({ image: address('the picture'), caption }),
  example: { image: 'https://example.com/map.png', caption: 'Where to find us' },
  addressOf: data => data.image,
  check: data =>
    data.caption.trim() === ''
      ? [{ code: 'IMAGE_WITHOUT_ALT', message: 'The picture has no caption. Say what it shows.', pointer: '/caption' }]
      : [],
});
