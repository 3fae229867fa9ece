import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';
import { claimsEnvelope, type Envelope, envelopeIssues, metaKeys, readEnvelope } from './envelope.ts';
import { classifyMessage, isObject, type NotificationMessage, type RequestMessage } from './message.ts';
import { isModernVersion, legacyVersions, modernVersions } from './protocol-versions.ts';
import { checkStandardHeaders, headerMismatch, type ReadHeader, trimmed } from './standard-headers.ts';

/** Which era answers a message, and what it is. Notifications and responses need no answer. */
export type Routed =
  | { readonly era: 'legacy'; readonly request: RequestMessage }
  | { readonly era: 'modern'; readonly request: RequestMessage; readonly envelope: Envelope }
  | { readonly era: 'none' };

const accepted: Routed = { era: 'none' };

/**
 * Tells the era of a message. The body decides; a header that says something else is an error.
 *
 * @throws ProtocolError with an HTTP status, for what no era answers.
 */
export function routeMessage(body: unknown, header: ReadHeader): Routed {
  switch (classifyMessage(body)) {
    case 'request':
      return routeRequest(body as RequestMessage, header);
    case 'notification':
      return routeNotification(body as NotificationMessage, header);
    case 'response':
      checkLegacyVersion(header);
      return accepted;
    case 'batch':
      throw invalidRequest('Bad Request: JSON-RPC batches are not supported; send one message per request');
    case 'invalid':
      throw invalidRequest('Bad Request: the request body is not a valid JSON-RPC message');
  }
}

function routeRequest(request: RequestMessage, header: ReadHeader): Routed {
  const { method, params } = request;
  const claims = claimsEnvelope(params);
  if (method === 'initialize' && !(claims && isModernClaim(params?._meta))) return routeInitialize(request, header);
  const headerVersion = trimmed(header('mcp-protocol-version'));
  if (claims) return routeModern(request, headerVersion, header);
  if (headerVersion !== undefined && isModernVersion(headerVersion))
    throw missingEnvelope(params?._meta, headerVersion);
  checkLegacyVersion(header);
  return { era: 'legacy', request };
}

function routeInitialize(request: RequestMessage, header: ReadHeader): Routed {
  const headerVersion = trimmed(header('mcp-protocol-version'));
  if (headerVersion !== undefined && isModernVersion(headerVersion)) {
    throw headerMismatch(
      headerVersion,
      'an initialize request (legacy handshake) was sent with a modern MCP-Protocol-Version header',
    );
  }
  return { era: 'legacy', request };
}

function routeModern(request: RequestMessage, headerVersion: string | undefined, header: ReadHeader): Routed {
  const { method, params } = request;
  const meta = params?._meta ?? {};
  const [issue] = envelopeIssues(meta);
  if (issue !== undefined) throw invalidEnvelope(issue);
  const envelope = readEnvelope(meta);
  if (headerVersion !== undefined && headerVersion !== envelope.version) {
    throw headerMismatch(
      headerVersion,
      `the body envelope names protocol version ${envelope.version} but the MCP-Protocol-Version header names ${headerVersion}`,
    );
  }
  const headerMethod = trimmed(header('mcp-method'));
  if (headerMethod !== undefined && headerMethod !== method) {
    throw headerMismatch(
      headerMethod,
      `the body names method ${method} but the Mcp-Method header names ${headerMethod}`,
    );
  }
  checkSupported(envelope.version);
  checkStandardHeaders(request, envelope.version, header);
  return { era: 'modern', request, envelope };
}

/** Over HTTP a client has nothing to notify a stateless server of, but may: it is accepted, and means nothing. */
function routeNotification(notification: NotificationMessage, header: ReadHeader): Routed {
  const { method, params } = notification;
  const headerVersion = trimmed(header('mcp-protocol-version'));
  const claims = claimsEnvelope(params);
  if (!claims && !(headerVersion !== undefined && isModernVersion(headerVersion))) {
    checkLegacyVersion(header);
    return accepted;
  }
  const version = claims ? claimedVersion(params?._meta) : headerVersion;
  if (version === undefined) {
    const found = envelopeIssues(params?._meta ?? {}).find(issue => issue.key === metaKeys.protocolVersion);
    throw invalidEnvelope(found ?? { key: metaKeys.protocolVersion, problem: 'expected a protocol version string' });
  }
  if (headerVersion !== undefined && headerVersion !== version) {
    throw headerMismatch(
      headerVersion,
      `the notification envelope names protocol version ${version} but the MCP-Protocol-Version header names ${headerVersion}`,
    );
  }
  const headerMethod = trimmed(header('mcp-method'));
  if (isModernVersion(version) && headerMethod !== undefined && headerMethod !== method) {
    throw headerMismatch(
      headerMethod,
      `the notification body names method ${method} but the Mcp-Method header names ${headerMethod}`,
    );
  }
  checkSupported(version);
  return accepted;
}

function isModernClaim(meta: unknown): boolean {
  const version = claimedVersion(meta);
  return version !== undefined && isModernVersion(version) && isObject(meta) && envelopeIssues(meta).length === 0;
}

function claimedVersion(meta: unknown): string | undefined {
  const version = isObject(meta) ? meta[metaKeys.protocolVersion] : undefined;
  return typeof version === 'string' ? version : undefined;
}

function checkSupported(version: string): void {
  if (modernVersions.includes(version)) return;
  throw new ProtocolError(errorCodes.unsupportedVersion, `Unsupported protocol version: ${version}`, {
    status: 400,
    data: { supported: modernVersions, requested: version },
  });
}

function checkLegacyVersion(header: ReadHeader): void {
  const version = trimmed(header('mcp-protocol-version'));
  if (version === undefined || legacyVersions.includes(version)) return;
  const supported = legacyVersions.join(', ');
  throw new ProtocolError(
    errorCodes.refused,
    `Bad Request: Unsupported protocol version: ${version} (supported versions: ${supported})`,
    { status: 400 },
  );
}

function missingEnvelope(meta: Readonly<Record<string, unknown>> | undefined, version: string): ProtocolError {
  const keys = envelopeIssues(meta ?? {})
    .filter(issue => issue.problem === 'missing')
    .map(issue => issue.key);
  const missing = meta === undefined ? ['_meta'] : keys;
  return new ProtocolError(
    errorCodes.invalidParams,
    `Invalid params: the MCP-Protocol-Version header names protocol revision ${version}, but the request is missing the required per-request envelope key(s): ${missing.join(', ')}`,
    { status: 400, data: { envelope: { missing } } },
  );
}

function invalidEnvelope(issue: { readonly key: string; readonly problem: string }): ProtocolError {
  return new ProtocolError(
    errorCodes.invalidParams,
    `Invalid _meta envelope for protocol revision 2026-07-28: ${issue.key}: ${issue.problem}`,
    { status: 400, data: { envelope: issue } },
  );
}

function invalidRequest(message: string): ProtocolError {
  return new ProtocolError(errorCodes.invalidRequest, message, { status: 400 });
}
