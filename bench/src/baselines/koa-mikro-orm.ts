// Koa with MikroORM on PostgreSQL and nothing else: one entity, one route, connected before it listens.
import { createServer } from 'node:http';
import Router from '@koa/router';
import { defineEntity, MikroORM, p } from '@mikro-orm/postgresql';
import Koa from 'koa';
import { listen } from './listen.ts';

const Note = defineEntity({
  name: 'Note',
  tableName: 'bench_note',
  properties: { id: p.uuid().primary(), text: p.text() },
});

const orm = await MikroORM.init({ clientUrl: process.env.DATABASE_URL ?? '', entities: [Note] });
await orm.em.getConnection().execute('select 1');

const router = new Router();
router.get('/readyz', async context => {
  await orm.em.getConnection().execute('select 1');
  context.body = { status: 'ready' };
});
router.get('/notes/:id', async context => {
  context.body = await orm.em.fork().findOne(Note, { id: context.params.id ?? '' });
});

const app = new Koa();
app.use(router.routes());
listen(createServer(app.callback()));
