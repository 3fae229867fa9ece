import { Fault, type FaultDetail, invalidArgument } from '@conferbot/plugin';
import { z } from 'zod';
import { descriptionField, nameField } from '../fields.ts';
import { checkMembers } from './check-members.ts';
import { schemaVersion } from './document.ts';

const partName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'A part is named by up to 64 letters, digits, hyphens and underscores.');

const chatbotShape = z.strictObject({
  name: nameField,
  description: descriptionField.default(''),
  status: z.enum(['active', 'disabled']).default('active'),
});

const headShape = z.looseObject({
  schemaVersion: z.int().min(1),
  exportedAt: z.iso.datetime().optional(),
  chatbot: chatbotShape,
});

/** A document whose parts are still to be read by whoever knows them. */
export interface ReadDocument {
  readonly chatbot: z.output<typeof chatbotShape>;
  /** By name. */
  readonly parts: ReadonlyMap<string, unknown>;
}

/**
 * Reads a document, also one inside an answer of `export_chatbot`.
 *
 * @throws Fault `invalid_argument` whose details name every member that is wrong
 */
export function readDocument(text: string): ReadDocument {
  const written = documentIn(objectOf(text));
  checkMembers(written);
  checkVersion(written.schemaVersion);
  const head = headShape.safeParse(written);
  if (!head.success) {
    throw refused(head.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  }
  const parts = Object.entries(written).filter(([name]) => !Object.hasOwn(headShape.shape, name));
  const misnamed = parts.flatMap(([name]) => {
    const message = partName.safeParse(name).error?.issues[0]?.message;
    return message === undefined ? [] : [{ path: name.slice(0, 100), message }];
  });
  if (misnamed.length > 0) throw refused(misnamed);
  return { chatbot: head.data.chatbot, parts: new Map(parts) };
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidArgument('', 'The body is not JSON.', howToGetOne);
  }
  if (isObject(value)) return value;
  throw invalidArgument('', 'The body is not a JSON object.', howToGetOne);
}

/** An answer of the tool holds the document as a member; one that was cut must not pass for the whole. */
function documentIn(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { document, truncated } = body;
  if (truncated !== undefined && truncated !== false) {
    throw invalidArgument('truncated', 'This document was cut: parts of the chatbot are missing.', howToGetOne);
  }
  return 'schemaVersion' in body || !isObject(document) ? body : document;
}

function checkVersion(version: unknown): void {
  if (typeof version !== 'number' || version <= schemaVersion) return;
  const message = `The document has schema version ${version}; this server reads versions up to ${schemaVersion}.`;
  throw invalidArgument('schemaVersion', message, 'Update this server, or export from one of the same version.');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(details: readonly FaultDetail[]): Fault {
  const message = details.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ');
  return new Fault('invalid_argument', message, { details, fix: 'Correct the document and send it again.' });
}

const howToGetOne =
  'Send what GET /api/v1/external/v1/chatbots/{chatbotId}/export answers: a JSON object with schemaVersion and chatbot.';
