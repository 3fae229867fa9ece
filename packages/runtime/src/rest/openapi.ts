import type { Composition } from '../compose.ts';
import type { ObjectSchema } from '../registry/json-schema.ts';
import type { PreparedTool } from '../registry/prepared.ts';
import { titleOf } from './problem.ts';
import { restBase, takesQuery } from './rest.ts';
import { componentSchemas } from './schema-components.ts';

export interface OpenApiOptions {
  /** Address of the host, without a path: `https://mcp.example.com`. */
  readonly serverUrl: string;
  readonly version: string;
}

/** An OpenAPI 3.1 document, as far as this package reads it again. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: Readonly<Record<string, object>>;
  readonly security: readonly object[];
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly OpenApiParameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
  /** What the key needs. */
  readonly 'x-scope': string;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema?: object;
  readonly content?: object;
}

const failures: Readonly<Record<number, string>> = {
  400: 'The arguments are wrong; details names each.',
  401: 'The key is missing, wrong, revoked or expired.',
  403: 'The key lacks the scope, or the plan does not include this.',
  404: 'There is no such thing in this workspace.',
  409: 'The state of things does not allow it.',
  413: 'The body is over 1 MiB.',
  415: 'The body is not JSON.',
  422: 'The Idempotency-Key belongs to another call; the message says what differs.',
  429: 'Over the limit of the minute or of the month; the message says which.',
  503: 'Something failed on our side; nothing was written.',
};

/** Describes the REST face of a composition. Everything comes from the tools: names, texts, schemas. */
export function openApi(composition: Composition, options: OpenApiOptions): OpenApiDocument {
  const bound = [...composition.tools.values()].filter(({ tool }) => tool.http !== undefined);
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  const schemas: Record<string, object> = {};
  for (const entry of bound) {
    const { http } = entry.tool;
    if (http === undefined) continue;
    const operation = describe(entry, http.method, http.path, schemas);
    paths[http.path] = { ...paths[http.path], [http.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Conferbot REST API',
      version: options.version,
      description: 'The tools of the MCP server over plain HTTP: the same names, arguments and results.',
    },
    servers: [{ url: `${options.serverUrl}${restBase}` }],
    tags: [...new Set(bound.map(entry => entry.pluginId))].map(name => ({ name })),
    paths,
    components: {
      schemas: { ...schemas, Problem: problemSchema },
      responses: Object.fromEntries(
        Object.keys(failures).map(status => [`Status${status}`, failureResponse(Number(status))]),
      ),
      headers,
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        bearer: { type: 'http', scheme: 'bearer', description: 'The same API key as a bearer token.' },
      },
    },
    security: [{ apiKey: [] }, { bearer: [] }],
  };
}

function describe(
  entry: PreparedTool,
  method: string,
  path: string,
  schemas: Record<string, object>,
): OpenApiOperation {
  const { tool, inputSchema, outputSchema } = entry;
  const name = pascal(tool.name);
  const inPath = [...path.matchAll(/\{([^}]*)\}/g)].map(([, parameter = '']) => parameter);
  const rest = withoutProperties(inputSchema, inPath);
  const parameters = inPath.map(parameter => pathParameter(inputSchema, parameter));
  if (takesQuery(method)) parameters.push(...queryParameters(rest));
  if (method === 'POST') parameters.push(idempotencyKey);
  const hasBody = !takesQuery(method) && Object.keys(rest.properties).length > 0;
  if (hasBody) Object.assign(schemas, componentSchemas(`${name}Input`, rest));
  Object.assign(schemas, componentSchemas(`${name}Result`, outputSchema ?? contentSchema));
  return {
    operationId: tool.name,
    summary: tool.title,
    description: tool.description,
    tags: [entry.pluginId],
    'x-scope': entry.scope,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(hasBody ? { requestBody: requestBody(`${name}Input`, (rest.required ?? []).length > 0) } : {}),
    responses: {
      [tool.http?.status ?? 200]: {
        description: 'What the tool answers.',
        headers: method === 'POST' ? { ...answerHeaders, ...replayed } : answerHeaders,
        content: jsonContent(`${name}Result`),
      },
      ...Object.fromEntries(
        Object.keys(failures)
          .filter(status => status !== '422' || method === 'POST')
          .map(status => [status, { $ref: `#/components/responses/Status${status}` }]),
      ),
    },
  };
}

function pathParameter({ properties }: ObjectSchema, name: string): OpenApiParameter {
  const schema = properties[name] ?? {};
  return { name, in: 'path', required: true, description: descriptionOf(schema), schema };
}

function queryParameters({ properties, required }: ObjectSchema): OpenApiParameter[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required?.includes(name) ?? false,
    description: descriptionOf(schema),
    ...('type' in schema && schema.type === 'object' ? { content: { 'application/json': { schema } } } : { schema }),
  }));
}

function requestBody(schema: string, required: boolean): object {
  return { required, content: jsonContent(schema) };
}

function jsonContent(schema: string): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function failureResponse(status: number): object {
  const headers = { ...(status === 401 ? {} : answerHeaders), ...(status === 429 ? retryAfter : {}) };
  return { description: `${titleOf(status)}. ${failures[status]}`, headers, content: jsonContent('Problem') };
}

function withoutProperties(schema: ObjectSchema, names: readonly string[]): ObjectSchema {
  const kept = Object.entries(schema.properties).filter(([name]) => !names.includes(name));
  const required = (schema.required ?? []).filter(name => !names.includes(name));
  const { required: _all, ...others } = schema;
  return { ...others, properties: Object.fromEntries(kept), ...(required.length === 0 ? {} : { required }) };
}

function descriptionOf(schema: object): string {
  return 'description' in schema ? String(schema.description) : '';
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

const idempotencyKey: OpenApiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A new UUID for every new call. The same call with the same key within 24 hours is answered as the first one was, and not made again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const replayed = {
  'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' },
};

const answerHeaders = {
  RateLimit: { $ref: '#/components/headers/RateLimit' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
};

const retryAfter = {
  'Retry-After': { description: 'Seconds until the next call is allowed.', schema: { type: 'integer', minimum: 0 } },
};

const headers = {
  RateLimit: { description: 'What is left of each limit.', schema: { type: 'string' } },
  RateLimitPolicy: { description: 'The limits of the key.', schema: { type: 'string' } },
  IdempotencyReplayed: {
    description: 'Sent when this is the answer to an earlier call with the same Idempotency-Key.',
    schema: { type: 'string', const: 'true' },
  },
};

const problemSchema = {
  type: 'object',
  required: ['error', 'message', 'requestId'],
  properties: {
    error: { type: 'string', description: 'Short title, the same for every failure of its kind.' },
    message: { type: 'string', description: 'A sentence.' },
    requestId: { type: 'string', description: 'What to quote when reporting the failure.' },
    fix: { type: 'string', description: 'What to do next.' },
    details: {
      type: 'array',
      description: 'Every argument that is wrong.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', description: 'Dotted path of the argument.' },
          message: { type: 'string', description: 'What is wrong with it.' },
        },
      },
    },
  },
};

const contentSchema: ObjectSchema = {
  type: 'object',
  required: ['content'],
  properties: {
    content: { type: 'array', description: 'Content blocks, as MCP defines them.', items: { type: 'object' } },
  },
};
