import type { Client, CommandWay, Connection, LinkWay, TextWay } from './client.ts';

/** Every client that there is help for: the banner, the README and the page at `/` are made of this table. */
export const clients: readonly Client[] = [
  {
    id: 'claude-code',
    name: 'Claude Code',
    // The option takes many values: before the name it would swallow it.
    ways: ({ name, url, key }) => [
      command(`claude mcp add --transport http ${name} ${url} --header "x-api-key: ${key}"`),
      json('`.mcp.json`', { mcpServers: { [name]: { type: 'http', url, headers: headers(key) } } }),
    ],
    note: 'The command keeps the server to you and the current project; with `--scope user` it is there in all of them.',
  },
  {
    id: 'cursor',
    name: 'Cursor',
    ways: ({ name, url, key }) => [
      {
        ...link('Add to Cursor', `cursor://anysphere.cursor-deeplink/mcp/install?name=${name}&config=`, {
          url,
          headers: headers(key),
        }),
        encoding: 'base64',
        onTheWeb: address => `https://cursor.com/en/install-mcp${new URL(address).search}`,
      },
      json('`~/.cursor/mcp.json`, or `.cursor/mcp.json` of one project', {
        mcpServers: { [name]: { url, headers: headers(key) } },
      }),
    ],
  },
  {
    id: 'vs-code',
    name: 'VS Code',
    ways: ({ name, url, key }) => {
      const server = { type: 'http', url, headers: headers(key) };
      return [
        link('Add to VS Code', 'vscode:mcp/install?', { name, ...server }),
        link('Add to VS Code Insiders', 'vscode-insiders:mcp/install?', { name, ...server }),
        json('`.vscode/mcp.json`', { servers: { [name]: server } }),
      ];
    },
  },
  {
    id: 'windsurf',
    name: 'Windsurf',
    ways: ({ name, url, key }) => [
      json('`~/.codeium/windsurf/mcp_config.json`', {
        mcpServers: { [name]: { serverUrl: url, headers: headers(key) } },
      }),
    ],
  },
  {
    id: 'jetbrains',
    name: 'JetBrains AI Assistant',
    ways: ({ name, url, key }) => [
      json('Settings → Tools → AI Assistant → Model Context Protocol (MCP) → Add → As JSON', {
        mcpServers: { [name]: { url, headers: headers(key) } },
      }),
    ],
    note: 'Needs 2025.2 or newer.',
  },
  {
    id: 'codex',
    name: 'Codex',
    ways: ({ name, url, key }) => [
      toml('`~/.codex/config.toml`', [
        `[mcp_servers.${name}]`,
        `url = ${JSON.stringify(url)}`,
        `http_headers = { "x-api-key" = ${JSON.stringify(key)} }`,
      ]),
    ],
    note: 'To keep the key out of the file, name an environment variable that holds it: `bearer_token_env_var = "CONFERBOT_API_KEY"` in the place of `http_headers`.',
  },
  {
    id: 'gemini-cli',
    name: 'Gemini CLI',
    ways: ({ name, url, key }) => [
      command(`gemini mcp add --scope user --transport http ${name} ${url} --header "x-api-key: ${key}"`),
      json('`~/.gemini/settings.json`', { mcpServers: { [name]: { httpUrl: url, headers: headers(key) } } }),
    ],
  },
  {
    id: 'claude-desktop',
    name: 'Claude Desktop',
    ways: connection => [
      json(
        '`~/Library/Application Support/Claude/claude_desktop_config.json` (macOS), `%APPDATA%\\Claude\\claude_desktop_config.json` (Windows)',
        { mcpServers: { [connection.name]: bridge(connection) } },
      ),
    ],
    note: 'Needs Node.js, which runs the bridge `mcp-remote`. A server with a public https address can also be added under Settings → Connectors → Add custom connector, with the request header `x-api-key`, where your plan offers request headers.',
  },
];

/** The entry of the table with this id. */
export function clientOf(id: string): Client {
  const client = clients.find(one => one.id === id);
  if (client === undefined) throw new Error(`There is no help for ${id}.`);
  return client;
}

function headers(key: string): Record<string, string> {
  return { 'x-api-key': key };
}

/** The key is in the environment, and no space in the arguments: Windows would split them there. */
function bridge({ url, key }: Connection): object {
  const transport = ['--transport', 'http-only', ...(url.startsWith('http:') ? ['--allow-http'] : [])];
  return {
    command: 'npx',
    args: ['-y', 'mcp-remote', url, ...transport, '--header', `x-api-key:\${CONFERBOT_API_KEY}`],
    env: { CONFERBOT_API_KEY: key },
  };
}

function command(text: string): CommandWay {
  return { kind: 'command', text };
}

function json(where: string, value: object): TextWay {
  return { kind: 'text', where, language: 'json', text: JSON.stringify(value, null, 2) };
}

function toml(where: string, lines: readonly string[]): TextWay {
  return { kind: 'text', where, language: 'toml', text: lines.join('\n') };
}

function link(label: string, prefix: string, config: object): LinkWay {
  const onTheWeb = (address: string) => `https://insiders.vscode.dev/redirect?url=${encodeURIComponent(address)}`;
  return { kind: 'link', label, prefix, config: JSON.stringify(config), encoding: 'plain', onTheWeb };
}
