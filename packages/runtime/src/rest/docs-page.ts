import { createHash } from 'node:crypto';
import type { OpenApiDocument, OpenApiOperation, OpenApiParameter } from './openapi.ts';

/** A page that needs nothing from anywhere: no script, no font, no image. */
export interface DocsPage {
  readonly html: string;
  /** `Content-Security-Policy` that allows its one style sheet and nothing else. */
  readonly contentSecurityPolicy: string;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 3rem; text-transform: capitalize; }
article { border-top: 1px solid #8884; padding: 1rem 0; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; background: #8881; border-radius: 0.375rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid #8883; }
.method { font-weight: 700; }
`;

/** Renders the REST operations for people. */
export function docsPage(document: OpenApiDocument): DocsPage {
  const server = document.servers[0]?.url ?? '';
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const sections = document.tags.map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<section><h2 id="${escapeHtml(name)}">${escapeHtml(name.replaceAll('-', ' '))}</h2>
${own.map(entry => article(entry, server, document)).join('\n')}</section>`;
  });
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.info.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(document.info.title)}</h1>
<p>${escapeHtml(document.info.description)} Machine-readable: <a href="openapi.json">openapi.json</a>.</p>
<p>Send your API key as <code>x-api-key: KEY</code> or <code>Authorization: Bearer KEY</code>.</p>
${sections.join('\n')}
</body>
</html>
`;
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    html,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

interface Entry {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

function article({ path, method, operation }: Entry, server: string, document: OpenApiDocument): string {
  const fields = [...(operation.parameters ?? []).map(parameterRow), ...bodyRows(operation, document)];
  const table = `<table><thead><tr><th>Name</th><th>In</th><th>Description</th></tr></thead><tbody>${fields.join('')}</tbody></table>`;
  return `<article id="${escapeHtml(operation.operationId)}">
<h3>${escapeHtml(operation.summary)}</h3>
<p><code><span class="method">${method}</span> ${escapeHtml(path)}</code> · scope <code>${escapeHtml(operation['x-scope'])}</code></p>
<p>${escapeHtml(operation.description)}</p>
${fields.length === 0 ? '' : table}
<pre>${escapeHtml(curl(method, server + path, operation.requestBody !== undefined))}</pre>
</article>`;
}

function parameterRow({ name, in: place, required, description }: OpenApiParameter): string {
  return row(name, place, required, description);
}

function bodyRows({ operationId, requestBody }: OpenApiOperation, { components }: OpenApiDocument): string[] {
  if (requestBody === undefined) return [];
  const schemas = components.schemas as Record<string, { properties?: Record<string, object>; required?: string[] }>;
  const { properties = {}, required = [] } = schemas[refOf(requestBody)] ?? {};
  if (Object.keys(properties).length === 0) throw new Error(`${operationId} has a body without fields.`);
  return Object.entries(properties).map(([name, schema]) =>
    row(name, 'body', required.includes(name), 'description' in schema ? String(schema.description) : ''),
  );
}

function refOf(requestBody: object): string {
  const { content } = requestBody as { content: Record<string, { schema: { $ref: string } }> };
  return content['application/json']?.schema.$ref.slice('#/components/schemas/'.length) ?? '';
}

function row(name: string, place: string, required: boolean, description: string): string {
  return `<tr><td><code>${escapeHtml(name)}</code>${required ? ' (required)' : ''}</td><td>${place}</td><td>${escapeHtml(description)}</td></tr>`;
}

function curl(method: string, address: string, hasBody: boolean): string {
  const body = hasBody ? ` \\\n  -H 'content-type: application/json' -d '{…}'` : '';
  return `curl -X ${method} '${address}' \\\n  -H 'x-api-key: KEY'${body}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
