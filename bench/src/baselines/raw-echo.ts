// Raw node:http: JSON-RPC by hand, one tool, nothing checked.
import { createServer } from 'node:http';
import { type CallRequest, sendToolResult, sendUnknown } from './answer.ts';
import { listen } from './listen.ts';
import { readBody } from './read-body.ts';

const server = createServer(async (request, response) => {
  const call: CallRequest = JSON.parse(await readBody(request));
  if (call.method !== 'tools/call' || call.params.name !== 'bench_echo') {
    return sendUnknown(response, call.id, call.method);
  }
  const text = String(call.params.arguments.text);
  sendToolResult(response, call, { text, length: text.length });
});

listen(server);
