/** Bytes of JSON of a content in one answer: about 20,000 tokens, below where common clients cut. */
const mostBytes = 60_000;

/** As much of a text from a character on as one answer takes, cut after a line where there is one. */
export function contentPart(content: string, from: number): { readonly part: string; readonly end: number } {
  if (Buffer.byteLength(JSON.stringify(content.slice(from))) <= mostBytes) return cut(content, from, content.length);
  let [bytes, end, line] = [0, from, from];
  for (const character of content.slice(from)) {
    bytes += Buffer.byteLength(JSON.stringify(character)) - 2;
    if (bytes > mostBytes) return cut(content, from, line > from ? line : end);
    end += character.length;
    if (character === '\n') line = end;
  }
  return cut(content, from, content.length);
}

function cut(content: string, from: number, end: number): { readonly part: string; readonly end: number } {
  return { part: content.slice(from, end), end };
}
