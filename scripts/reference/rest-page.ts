import { type Composition, restBase } from '@conferbot/runtime';
import { generated, page, table } from './markdown.ts';

/** Where each tool is by REST, and the routes beside them. */
export function restPage(composition: Composition): [path: string, text: string] {
  const calls = [...composition.tools.values()].flatMap(({ tool, pluginId, scope }) =>
    tool.http === undefined
      ? []
      : [
          {
            address: `\`${tool.http.method} ${tool.http.path}\``,
            call: `[\`${tool.name}\`](tools/${pluginId}.md#${tool.name})`,
            scope,
          },
        ],
  );
  const routes = composition.routes.map(route => [
    `\`${route.method} ${route.path}\``,
    route.access === 'key' ? `a key with \`${route.scope}\`` : 'public, by its own rules',
  ]);
  return [
    'docs/reference/rest.md',
    page(
      '# REST',
      generated,
      `Every tool is a call below \`${restBase}\`, with the same arguments and results. The server describes it whole as OpenAPI 3.1 at \`/api/v1/openapi.json\`, and for people at \`/api/v1/docs\`.`,
      'Send the key as `x-api-key: cbk_…` or `Authorization: Bearer cbk_…`. Names in braces are in the path; what is left of the arguments is the query of GET and DELETE, and the JSON body of the others. A failure has a status of HTTP and a body with `error`, `message`, `requestId`, and where there is something to do, `fix`.',
      '## Tools',
      table(
        ['call', 'tool', 'scope'],
        calls.map(({ address, call, scope }) => [address, call, `\`${scope}\``]),
      ),
      '## Other routes',
      'What is not a tool: live chat, the help centre, work of people on conversations, whole exports. The [packages](../../packages) describe their own.',
      table(['route', 'who may'], routes),
    ),
  ];
}
