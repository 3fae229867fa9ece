import { isRow, type Row } from './look-up.ts';

/** What the host tells about itself, as far as it is used (MCP Apps `HostContext`). */
export interface HostContext {
  readonly theme?: unknown;
  readonly styles?: unknown;
  readonly locale?: unknown;
  readonly timeZone?: unknown;
}

/** What the host sends to a view. */
export interface HostListener {
  context(context: HostContext): void;
  result(result: Row): void;
  cancelled(reason: string): void;
}

const methodNotFound = -32601;

/** Opens the conversation with the host: JSON-RPC by `postMessage` (MCP Apps 2026-01-26). */
export function connect(title: string, listener: HostListener): void {
  const host = window.parent;
  let context: HostContext = {};
  const send = (message: object) => host.postMessage({ jsonrpc: '2.0', ...message }, '*');
  const learn = (more: unknown) => {
    context = { ...context, ...(isRow(more) ? more : {}) };
    listener.context(context);
  };

  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== host || !isRow(data) || data.jsonrpc !== '2.0') return;
    const { id, method, result } = data;
    const params = isRow(data.params) ? data.params : {};
    if (method === undefined) {
      if (id !== 'initialize' || !isRow(result)) return;
      learn(result.hostContext);
      send({ method: 'ui/notifications/initialized', params: {} });
      reportHeight(height => send({ method: 'ui/notifications/size-changed', params: { height } }));
    } else if (id !== undefined) {
      const known = method === 'ping' || method === 'ui/resource-teardown';
      send(known ? { id, result: {} } : { id, error: { code: methodNotFound, message: 'Method not found' } });
    } else if (method === 'ui/notifications/host-context-changed') {
      learn(params);
    } else if (method === 'ui/notifications/tool-result') {
      listener.result(params);
    } else if (method === 'ui/notifications/tool-cancelled') {
      listener.cancelled(typeof params.reason === 'string' ? params.reason : '');
    }
  });
  send({
    id: 'initialize',
    method: 'ui/initialize',
    params: {
      protocolVersion: '2026-01-26',
      appInfo: { name: title, version: '1.0.0' },
      appCapabilities: { availableDisplayModes: ['inline', 'fullscreen'] },
    },
  });
}

function reportHeight(report: (height: number) => void): void {
  let reported = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height !== reported) report(height);
    reported = height;
  }).observe(document.documentElement);
}
