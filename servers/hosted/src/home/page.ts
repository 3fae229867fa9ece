import { createHash } from 'node:crypto';
import { placeholder } from '../install/client.ts';
import { escapeHtml, installHtml } from '../install/html.ts';
import { mcpPath } from '../mcp-address.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** The page at `/`, which asks nobody but this server for anything. */
export interface HomePage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** Says what the server is, where it is, and how clients are connected; a key can be tried out. */
export function homePage(address: { readonly publicUrl: string; readonly demo: boolean }): HomePage {
  const { publicUrl, demo } = address;
  const url = publicUrl + mcpPath;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conferbot</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>Conferbot</h1>
<p>This server is a platform for chatbots, and each workspace of it can be run by an AI assistant over the Model Context Protocol (MCP). Connect your assistant with an API key, and it builds flows, reads conversations and keeps the knowledge base for you.</p>
<h2>Addresses</h2>
<dl>
<dt>MCP</dt><dd><code>${escapeHtml(url)}</code></dd>
<dt>REST</dt><dd><a href="api/v1/docs">operations</a>, <a href="api/v1/openapi.json">OpenAPI</a></dd>
${demo ? '<dt>Demo</dt><dd><a href="demo">chatbots on a page</a></dd>' : ''}
</dl>
<h2>Your key</h2>
<p id="by-hand">Put your API key in the place of <code>${placeholder}</code> in what follows.</p>
<div id="check" hidden>
<form>
<label for="key">API key</label>
<input id="key" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="about-key">
<button>Check</button>
</form>
<p class="note" id="about-key">A key that you type here is filled in below. It is not kept, and sent to this server only, when you check it.</p>
<output for="key"></output>
</div>
<h2>Connect a client</h2>
<p>Every client gets the address and the header <code>x-api-key</code>; <code>Authorization: Bearer</code> works too. A file that holds a key does not belong into version control.</p>
${installHtml({ name: 'conferbot', url, key: placeholder })}
<h2>Less than everything</h2>
<p>A client can be given a part of the tools by its address:</p>
<ul>
<li><code>${escapeHtml(url)}/readonly</code> for tools that only read;</li>
<li><code>${escapeHtml(url)}/x/chatbots,flows</code>, or <code>?plugins=chatbots,flows</code>, for the tools of some plugins, which the <a href="api/v1/docs">REST operations</a> are grouped by;</li>
<li><code>${escapeHtml(url)}?chatbot=bot_…</code> for one chatbot.</li>
</ul>
</main>
<script>${script}</script>
</body>
</html>
`;
  const policy = [
    `default-src 'none'`,
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    `connect-src 'self'`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ];
  return { html, contentSecurityPolicy: policy.join('; ') };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
