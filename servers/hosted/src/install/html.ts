import { addressOf, type Client, type Connection, type Way } from './client.ts';
import { clients } from './clients.ts';

/** The help for every client, each folded up but the first. A script of the page fills a key in. */
export function installHtml(connection: Connection): string {
  return clients.map((client, index) => section(client, connection, index === 0)).join('\n');
}

function section({ id, name, ways, note }: Client, connection: Connection, open: boolean): string {
  return `<details id="${id}"${open ? ' open' : ''}>
<summary>${escapeHtml(name)}</summary>
${ways(connection).map(block).join('\n')}
${note === undefined ? '' : `<p class="note">${inline(note)}</p>`}
</details>`;
}

function block(way: Way): string {
  if (way.kind === 'link') {
    const { label, prefix, config, encoding } = way;
    const parts = `data-prefix="${escapeHtml(prefix)}" data-config="${escapeHtml(config)}" data-encoding="${encoding}"`;
    return `<a class="button" href="${escapeHtml(addressOf(way))}" ${parts}>${escapeHtml(label)}</a>`;
  }
  const where = way.kind === 'command' ? 'In a terminal' : inline(way.where);
  return `<p>${where}:</p>\n<pre><code>${escapeHtml(way.text)}</code></pre>`;
}

function inline(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

/** Text as it stands in HTML, also within double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
