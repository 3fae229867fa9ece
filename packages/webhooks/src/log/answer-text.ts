/** What an endpoint answered, as text. Bytes that are none are replaced. */
export function answerText(body: Uint8Array | null): string | null {
  return body === null ? null : new TextDecoder().decode(body);
}
