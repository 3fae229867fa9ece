import { chatbotId } from '@conferbot/chatbots/contract';
import { Refusal } from './refusal.ts';

/** Where the MCP endpoint is mounted. */
export const mcpPath = '/api/v1/mcp';

/** What part of the composition a client asked for by path, query and headers. */
export interface McpAddress {
  /** Plugin ids; undefined for all but those that are opt-in. */
  readonly plugins: readonly string[] | undefined;
  readonly readOnly: boolean;
  /** uuid of the chatbot that the endpoint is bound to. */
  readonly chatbot: string | undefined;
}

/** What the bare address asks for: everything that is offered by default. */
export const wholeAddress: McpAddress = { plugins: undefined, readOnly: false, chatbot: undefined };

/** Whether a request target is the MCP endpoint, or below it. */
export function isMcpTarget(target: string): boolean {
  if (!target.startsWith(mcpPath)) return false;
  const next = target.charCodeAt(mcpPath.length);
  return Number.isNaN(next) || next === 0x2f || next === 0x3f;
}

/**
 * Reads what was asked for. Several wishes narrow each other: a plugin must be in every list that is given.
 *
 * @param target Path and query of the request.
 * @param toolsets Header `X-MCP-Toolsets`.
 * @param readOnly Header `X-MCP-Readonly`.
 * @param known Ids of the composed plugins.
 * @throws Refusal 404 for an unknown path or toolset, 400 for a bad chatbot id.
 */
export function readMcpAddress(
  target: string,
  toolsets: string | undefined,
  readOnly: string | undefined,
  known: readonly string[],
): McpAddress {
  if (target === mcpPath && toolsets === undefined && readOnly === undefined) return wholeAddress;
  const mark = target.indexOf('?');
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
  const path = readPath(mark === -1 ? target : target.slice(0, mark));
  const lists = [path.plugins, query.get('plugins') ?? undefined, toolsets].filter(text => text !== undefined);
  return {
    plugins: lists.length === 0 ? undefined : common(lists.map(text => readToolsets(text, known))),
    readOnly: path.readOnly || isSet(query.get('readonly')) || isSet(readOnly),
    chatbot: readChatbot(query.get('chatbot')),
  };
}

function readPath(path: string): { readonly plugins: string | undefined; readonly readOnly: boolean } {
  const rest = path.slice(mcpPath.length);
  const [, plugins, readOnly] = /^(?:\/x\/([^/]+))?(\/readonly)?$/.exec(rest) ?? [];
  const [, after] = /^\/readonly\/x\/([^/]+)$/.exec(rest) ?? [];
  if (plugins === undefined && readOnly === undefined && after === undefined && rest !== '') {
    throw new Refusal(
      404,
      `There is no MCP endpoint here; there are ${mcpPath}, ${mcpPath}/x/{plugin,…} and ${mcpPath}/readonly.`,
    );
  }
  return { plugins: decoded(plugins ?? after), readOnly: readOnly !== undefined || after !== undefined };
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readToolsets(text: string, known: readonly string[]): readonly string[] {
  const names = text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined || names.length === 0) {
    const which =
      unknown === undefined ? 'No toolset is named' : `There is no toolset ${JSON.stringify(unknown.slice(0, 64))}`;
    throw new Refusal(404, `${which}; the toolsets are: ${known.join(', ')}.`);
  }
  return names;
}

function readChatbot(text: string | null): string | undefined {
  if (text === null) return undefined;
  const uuid = chatbotId.decode(text);
  if (uuid === undefined) {
    const reason = chatbotId.input.safeParse(text).error?.issues[0]?.message ?? 'It is not the id of a chatbot.';
    throw new Refusal(400, `chatbot: ${reason}`, { code: -32600 });
  }
  return uuid;
}

function common([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter(name => others.every(list => list.includes(name)));
}

function isSet(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && /^(1|true|)$/i.test(text);
}
