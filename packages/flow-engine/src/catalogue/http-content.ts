import type { NodeCall } from '../engine/node-call.ts';
import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';
import { fillIn } from './fill-in.ts';

/** What a request is to carry. */
export interface HttpContent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | number | boolean | null>>;
  readonly body: Json | undefined;
  readonly includeAnswerVariables: boolean;
}

/** Headers and body of a request, filled in. Bodies are JSON unless they are texts that are none. */
export function renderContent(
  content: HttpContent,
  call: NodeCall,
): { readonly headers: Readonly<Record<string, string>>; readonly body?: string } {
  const headers = renderHeaders(content.headers, call);
  if (content.method === 'GET' || content.method === 'HEAD') return { headers };
  const contentType = headerOf(headers, 'content-type');
  const { body, isJson } = renderBody(content, contentType ?? '', call);
  if (body === '') return { headers };
  const completed = isJson && contentType === undefined ? { ...headers, 'content-type': 'application/json' } : headers;
  return { headers: completed, body };
}

function renderHeaders(written: HttpContent['headers'], call: NodeCall): Record<string, string> {
  const headers = Object.entries(written).flatMap(([name, value]): [string, string][] => {
    const text = call
      .render(String(value ?? ''), 'plain')
      .replace(/\p{Cc}+/gu, ' ')
      .trim();
    return text !== '' && /^[\w!#$%&'*+.^`|~-]+$/.test(name) ? [[name, text]] : [];
  });
  return Object.fromEntries(headers);
}

function headerOf(headers: Readonly<Record<string, string>>, wanted: string): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function renderBody(
  { body, includeAnswerVariables }: HttpContent,
  contentType: string,
  call: NodeCall,
): { readonly body: string; readonly isJson: boolean } {
  const answers = includeAnswerVariables ? call.variables : undefined;
  if (typeof body === 'string' && body.trim() !== '') return renderText(body, contentType, answers, call);
  if (typeof body === 'object' && body !== null) {
    return { body: JSON.stringify(withAnswers(fillIn(body, call), answers)), isJson: true };
  }
  return { body: answers === undefined ? '' : JSON.stringify({ answerVariables: answers }), isJson: true };
}

function renderText(
  body: string,
  contentType: string,
  answers: JsonObject | undefined,
  call: NodeCall,
): { readonly body: string; readonly isJson: boolean } {
  const isJson = contentType === '' ? /^\s*[[{]/.test(body) : /json/i.test(contentType);
  if (!isJson) return { body: call.render(body, /urlencoded/i.test(contentType) ? 'url' : 'plain'), isJson };
  const rendered = call.render(body, 'json');
  const parsed = answers === undefined ? undefined : jsonIn(rendered);
  return { body: parsed === undefined ? rendered : JSON.stringify(withAnswers(parsed, answers)), isJson };
}

/** Only an object has a place for them. */
function withAnswers(body: Json, answers: JsonObject | undefined): Json {
  return answers !== undefined && isJsonObject(body) ? { ...body, answerVariables: answers } : body;
}

function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
