import type { ToolView } from '@conferbot/plugin';

/** A tool call whose result is to be shown. */
export interface ShownCall {
  readonly view: ToolView;
  /** Arguments of the call. */
  readonly input: object;
  /** The result as `tools/call` answers it. */
  readonly result: object;
  /** What the host tells of itself: `theme`, `locale`, `timeZone`, `styles`. */
  readonly context?: object;
}

/**
 * A page that plays a host of MCP Apps, to look at a view in a browser and to test it: the view in a sandboxed frame
 * under the policy that its origins come to, and the host's side of the conversation. In the page, `heard` holds what
 * the view said, and `tell(message)` sends it one more.
 */
export function hostPage({ view, input, result, context = {} }: ShownCall): string {
  const call = JSON.stringify({ html: view.html, input, result, context }).replaceAll('<', '\\u003c');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(view)}">`,
    '<title>A host</title>',
    '<style>html, body { margin: 0 } iframe { display: block; width: 100%; border: 0 }</style>',
    '<iframe sandbox="allow-scripts" title="View"></iframe>',
    `<script type="application/json" id="call">${call}</script>`,
    `<script>${host}</script>`,
    '</html>',
  ].join('\n');
}

/** As MCP Apps makes a policy of the origins that a view declares. */
function policyOf({ csp = {} }: ToolView): string {
  const resources = csp.resourceDomains ?? [];
  const directives: [string, readonly string[]][] = [
    ['default-src', ["'none'"]],
    ['script-src', ["'self'", "'unsafe-inline'", ...resources]],
    ['style-src', ["'self'", "'unsafe-inline'", ...resources]],
    ['img-src', ["'self'", 'data:', ...resources]],
    ['media-src', ["'self'", 'data:', ...resources]],
    ['font-src', ["'self'", ...resources]],
    ['connect-src', ["'self'", ...(csp.connectDomains ?? [])]],
    ['base-uri', csp.baseUriDomains ?? ["'self'"]],
    ['object-src', ["'none'"]],
  ];
  return directives.map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

const host = `
const call = JSON.parse(document.getElementById('call').textContent);
const frame = document.querySelector('iframe');
const heard = (window.heard = []);
const tell = (window.tell = message => frame.contentWindow.postMessage({ jsonrpc: '2.0', ...message }, '*'));
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  heard.push(data);
  if (data.method === 'ui/initialize') {
    tell({
      id: data.id,
      result: {
        protocolVersion: data.params.protocolVersion,
        hostInfo: { name: 'host-page', version: '1.0.0' },
        hostCapabilities: {},
        hostContext: call.context,
      },
    });
  } else if (data.method === 'ui/notifications/initialized') {
    tell({ method: 'ui/notifications/tool-input', params: { arguments: call.input } });
    tell({ method: 'ui/notifications/tool-result', params: call.result });
  } else if (data.method === 'ui/notifications/size-changed') {
    frame.style.height = data.params.height + 'px';
  }
});
frame.srcdoc = call.html;
`;
