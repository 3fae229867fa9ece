import { describe, expect, it } from 'vitest';
import { RouteTable } from '../../src/rest/route-table.ts';

const table = new RouteTable(
  [
    'GET /bots',
    'POST /bots',
    'GET /bots/{id}',
    'DELETE /bots/{id}',
    'GET /bots/templates',
    'PUT /{kind}/{id}/name',
  ].map(route => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path, value: route };
  }),
);

describe('the route table', () => {
  it('finds a route by its method and path', () => {
    expect(table.match('POST', '/bots')).toEqual({ kind: 'found', value: 'POST /bots', params: {} });
    expect(table.match('PUT', '/bots/7/name')).toMatchObject({
      value: 'PUT /{kind}/{id}/name',
      params: { kind: 'bots', id: '7' },
    });
  });

  it('puts a literal segment before a parameter, for the methods that it has', () => {
    expect(table.match('GET', '/bots/templates')).toMatchObject({ value: 'GET /bots/templates' });
    expect(table.match('DELETE', '/bots/templates')).toMatchObject({
      value: 'DELETE /bots/{id}',
      params: { id: 'templates' },
    });
  });

  it('decodes parameters, once', () => {
    expect(table.match('GET', '/bots/a%2Fb%2520')).toMatchObject({ params: { id: 'a/b%20' } });
  });

  it('names the methods of a path that has others', () => {
    expect(table.match('PATCH', '/bots/7')).toEqual({ kind: 'wrong-method', allow: ['DELETE', 'GET'] });
  });

  it.each(['/', '/bots/', '/bots//', '/nothing', '/bots/7/name/x', '/bots/%E0%A4%A'])('does not know %s', path => {
    expect(table.match('GET', path)).toEqual({ kind: 'unknown' });
  });
});
