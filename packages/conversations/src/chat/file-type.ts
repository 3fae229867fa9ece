import { fileTypeFromBuffer } from 'file-type';

const unknownType = 'application/octet-stream';

/** What the bytes are, whatever the sender calls them: a MIME type. */
export async function typeOfBytes(content: Uint8Array): Promise<string> {
  const known = await fileTypeFromBuffer(content).catch(() => undefined);
  return known?.mime ?? (isText(content) ? 'text/plain' : unknownType);
}

/** UTF-8 without control characters but tabs and line ends. */
function isText(content: Uint8Array): boolean {
  try {
    return !/[^\P{Cc}\t\n\r\f]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false;
  }
}
