/** Escapes a value for the place that it is put into, so that it stays a value there. */
export const escapes = {
  plain: (value: string) => value,
  markdown: escapeMarkdown,
  html: escapeHtml,
  url: (value: string) => encodeURIComponent(value.toWellFormed()),
  json: (value: string) => JSON.stringify(value).slice(1, -1),
} as const;

const markdownSpecial = /[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What starts a heading, a quotation, a list or a rule at the beginning of a line. */
const markdownLineStart = /^([ \t]*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-=])|\d{1,9}(?=[.)](?:\s|$)))/gm;

function escapeMarkdown(value: string): string {
  return value
    .replace(markdownSpecial, '\\$&')
    .replace(markdownLineStart, (_all, blank: string, mark: string) =>
      /^\d/.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`,
    );
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, character => htmlEntities[character] ?? character);
}
