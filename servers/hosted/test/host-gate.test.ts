import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { HostGate, type HostGateOptions } from '../src/host-gate.ts';

const standard: HostGateOptions = {
  host: '127.0.0.1',
  publicUrl: 'https://mcp.example.com',
  allowedHosts: undefined,
  allowedOrigins: undefined,
};

function passes(options: Partial<HostGateOptions>, headers: { host?: string; origin?: string }): boolean {
  const gate = new HostGate({ ...standard, ...options });
  const request = { headers } as IncomingMessage;
  try {
    gate.checkHost(request);
    gate.checkOrigin(request);
    return true;
  } catch {
    return false;
  }
}

const host = 'mcp.example.com';

describe('the host gate', () => {
  it.each(['mcp.example.com', 'MCP.example.com:443', 'mcp.example.com.', 'localhost:3000', '127.0.0.1', '[::1]:3000'])(
    'lets %s in on a loopback listener',
    name => expect(passes({}, { host: name })).toBe(true),
  );

  it.each([undefined, '', 'evil.example', 'mcp.example.com.evil.example', '127.0.0.1.evil.example', 'localhost@evil'])(
    'keeps %s out',
    name => expect(passes({}, name === undefined ? {} : { host: name })).toBe(false),
  );

  it('knows no loopback names on another listener', () => {
    expect(passes({ host: '10.0.0.5' }, { host: 'localhost' })).toBe(false);
    expect(passes({ host: '0.0.0.0' }, { host: 'localhost' })).toBe(true);
  });

  it('takes the names of ALLOWED_HOSTS only, once there are some', () => {
    expect(passes({ allowedHosts: ['a.example'] }, { host: 'A.example:8080' })).toBe(true);
    expect(passes({ allowedHosts: ['a.example'] }, { host })).toBe(false);
    expect(passes({ allowedHosts: ['*'] }, { host: 'anything' })).toBe(true);
  });

  it.each([
    ['https://mcp.example.com', true],
    ['http://localhost:6274', true],
    ['http://127.0.0.1:8080', true],
    ['http://mcp.example.com', false],
    ['https://evil.example', false],
    ['http://localhost.evil.example', false],
    ['null', false],
  ])('judges the origin %s on a loopback listener', (origin, expected) => {
    expect(passes({}, { host, origin })).toBe(expected);
  });

  it('takes the origins of ALLOWED_ORIGINS only, once there are some', () => {
    const allowedOrigins = ['https://app.example'];
    expect(passes({ allowedOrigins }, { host, origin: 'https://app.example' })).toBe(true);
    expect(passes({ allowedOrigins }, { host, origin: 'http://localhost:1' })).toBe(false);
    expect(passes({ allowedOrigins: ['*'] }, { host, origin: 'https://any.example' })).toBe(true);
    expect(passes({ host: '10.0.0.5' }, { host, origin: 'http://localhost:1' })).toBe(false);
  });
});
