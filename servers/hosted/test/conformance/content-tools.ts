import { type ContentBlock, defineTool, Fault } from '@conferbot/plugin';
import { z } from 'zod';

/** One red pixel. */
export const redPixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

/** A WAV file without a sample. */
const silence = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=';

export const noInput = z.object({});

/** A read-only tool without arguments that answers blocks. */
function answering(name: string, what: string, blocks: readonly ContentBlock[]) {
  return defineTool({
    name,
    title: what,
    description: `Answers ${what}.`,
    safety: { readOnly: true },
    input: noInput,
  }).run(async () => blocks);
}

const failing = defineTool({
  name: 'test_error_handling',
  title: 'A failure',
  description: 'Always fails.',
  safety: { readOnly: true },
  input: noInput,
}).run(async () => {
  throw new Fault('unavailable', 'This tool intentionally returns an error for testing');
});

export const contentTools = [
  answering('test_simple_text', 'a text', [{ type: 'text', text: 'This is a simple text response for testing.' }]),
  answering('test_image_content', 'an image', [{ type: 'image', data: redPixel, mimeType: 'image/png' }]),
  answering('test_audio_content', 'a sound', [{ type: 'audio', data: silence, mimeType: 'audio/wav' }]),
  answering('test_embedded_resource', 'a resource', [
    {
      type: 'resource',
      resource: {
        uri: 'test://embedded-resource',
        mimeType: 'text/plain',
        text: 'This is an embedded resource content.',
      },
    },
  ]),
  answering('test_multiple_content_types', 'a text, an image and a resource', [
    { type: 'text', text: 'Multiple content types test:' },
    { type: 'image', data: redPixel, mimeType: 'image/png' },
    {
      type: 'resource',
      resource: {
        uri: 'test://mixed-content-resource',
        mimeType: 'application/json',
        text: JSON.stringify({ test: 'data', value: 123 }),
      },
    },
  ]),
  failing,
];
