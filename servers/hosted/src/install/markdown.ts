import { addressOf, type Client, type Connection, type LinkWay, type Way } from './client.ts';
import { clients } from './clients.ts';

/** What the README says of every client, folded up. */
export function installMarkdown(connection: Connection): string {
  return clients.map(client => section(client, connection)).join('\n\n');
}

function section({ name, ways, note }: Client, connection: Connection): string {
  const all = ways(connection);
  const links = all.filter(way => way.kind === 'link');
  return [
    `<details>\n<summary>${name}</summary>`,
    ...(links.length === 0
      ? []
      : [`${links.map(webLink).join(' · ')}. The key is a placeholder: put yours in its place.`]),
    ...all.filter(way => way.kind !== 'link').map(block),
    ...(note === undefined ? [] : [note]),
    '</details>',
  ].join('\n\n');
}

function webLink(link: LinkWay): string {
  return `[${link.label}](${link.onTheWeb(addressOf(link))})`;
}

function block(way: Exclude<Way, LinkWay>): string {
  if (way.kind === 'command') return `\`\`\`bash illustration\n${way.text}\n\`\`\``;
  return `${way.where}:\n\n\`\`\`${way.language} illustration\n${way.text}\n\`\`\``;
}
