import type { UploadedFile } from '@conferbot/flow-engine';

/** How files of a type begin, in hexadecimal; a picture of one pixel where nothing less is a picture. */
const beginnings: Readonly<Record<string, string>> = {
  'application/pdf': '255044462d312e370a',
  'image/jpeg': 'ffd8ffe000104a46494600010100000100010000',
  'image/png':
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6364f8cf500f00030c180' +
    '05a34f7da0000000049454e44ae426082',
};

/** Content that is of the type and length that a script says. */
export function contentOf({ type, bytes, name }: UploadedFile): Uint8Array<ArrayBuffer> {
  const beginning = beginnings[type];
  if (beginning === undefined) throw new Error(`${name}: there is no sample of ${type}.`);
  const content = new Uint8Array(bytes);
  content.set(Buffer.from(beginning, 'hex'));
  return content;
}
