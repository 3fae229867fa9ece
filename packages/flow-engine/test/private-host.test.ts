import { describe, expect, it } from 'vitest';
import { isPrivateHost } from '../src/values/private-host.ts';

const isPrivate = (url: string) => isPrivateHost(new URL(url).hostname);

describe('a private host', () => {
  it.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://2130706433',
    'http://0',
    'http://10.255.255.255',
    'http://100.64.0.1',
    'http://172.31.0.1',
    'http://192.168.1.1',
    'http://169.254.169.254/latest/meta-data',
    'http://198.19.0.1',
    'http://255.255.255.255',
    'http://１２７.０.０.１',
    'http://[::]',
    'http://[::1]',
    'http://[::ffff:10.0.0.1]',
    'http://[::127.0.0.1]',
    'http://[64:ff9b::10.0.0.1]',
    'http://[2002:7f00:1::]',
    'http://[2001::1]',
    'http://[2001:db8::1]',
    'http://[fc00::1]',
    'http://[fd12:3456::1]',
    'http://[fe80::1]',
    'http://[ff02::1]',
    'http://localhost:3000',
    'http://LOCALHOST.',
    'http://api.localhost',
    'http://printer.local',
    'http://db.internal',
    'http://metadata.google.internal',
    'http://metadata',
  ])('is %s', url => {
    expect(isPrivate(url)).toBe(true);
  });

  it.each([
    'https://example.com',
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://172.15.255.255',
    'http://100.128.0.1',
    'http://192.167.255.255',
    'http://223.255.255.255',
    'http://[2606:4700::1111]',
    'http://[::ffff:8.8.8.8]',
    'http://[64:ff9b::8.8.8.8]',
    'https://localhost.example.com',
    'https://mylocal',
    'https://internal.example.com',
  ])('is not %s', url => {
    expect(isPrivate(url)).toBe(false);
  });
});
