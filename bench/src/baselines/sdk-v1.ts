// SDK v1 as its documentation shows a stateless server: everything anew for each request.
import { createServer } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';
import { sampleTools } from '../fixtures/sample-tools.ts';
import { listen } from './listen.ts';

function getServer(): McpServer {
  const server = new McpServer({ name: 'sdk-v1', version: '1.0.0' });
  server.registerTool(
    'bench_echo',
    {
      title: 'Echo',
      description: 'Answers the text it is given, and its length.',
      inputSchema: { text: z.string().describe('Text to answer.') },
      outputSchema: { text: z.string().describe('The text.'), length: z.int().describe('Its length.') },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ text }) => {
      const structuredContent = { text, length: text.length };
      return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
    },
  );
  for (const { name, title, description, annotations, input, output } of sampleTools()) {
    const config = { title, description, annotations, inputSchema: input, outputSchema: output };
    server.registerTool(name, config, async () => ({ content: [], structuredContent: {} }));
  }
  return server;
}

const http = createServer(async (request, response) => {
  const server = getServer();
  const transport = new StreamableHTTPServerTransport({});
  response.on('close', () => {
    transport.close();
    server.close();
  });
  await server.connect(transport);
  await transport.handleRequest(request, response);
});

listen(http);
