// SDK v2 as its documentation shows a stateless server: createMcpHandler with a factory that it calls for each request.
import { createServer, type RequestListener } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { sampleTools } from '../fixtures/sample-tools.ts';
import { listen } from './listen.ts';

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'sdk-v2', version: '1.0.0' });
  server.registerTool(
    'bench_echo',
    {
      title: 'Echo',
      description: 'Answers the text it is given, and its length.',
      inputSchema: z.object({ text: z.string().describe('Text to answer.') }),
      outputSchema: z.object({ text: z.string().describe('The text.'), length: z.int().describe('Its length.') }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ text }) => {
      const structuredContent = { text, length: text.length };
      return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
    },
  );
  for (const { name, title, description, annotations, input, output } of sampleTools()) {
    const config = { title, description, annotations, inputSchema: z.object(input), outputSchema: z.object(output) };
    server.registerTool(name, config, async () => ({ content: [], structuredContent: {} }));
  }
  return server;
});

// The types of the adapter do not know exactOptionalPropertyTypes.
listen(createServer(toNodeHandler(handler) as RequestListener));
