import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '@conferbot/runtime';
import { engines } from '@conferbot/testing';
import { describe, expect, it } from 'vitest';
import { composeConferbot } from '../src/conferbot.ts';
import { removeConferbot } from '../src/go-back.ts';
import { Login } from '../src/login.ts';
import { openOwnDatabase } from '../src/own-database.ts';
import type { Place } from '../src/place.ts';
import { keys, scratch } from './support.ts';

const tables = `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;

describe.each(engines)('one database on %s', engine => {
  it('keeps the table of the application while those of Conferbot come, go and come again', async () => {
    await using folder = await scratch(engine);
    const { databaseUrl } = folder;
    const place: Place = databaseUrl === undefined ? { dataDir: join(folder.dataDir, 'both') } : { url: databaseUrl };
    const { composition, egress } = composeConferbot({ ...keys, place });

    const look = async () => {
      const orm = await openOwnDatabase(place);
      await orm.migrator.up();
      const login = new Login(orm);
      const known = await login.open('ada', 'a long password');
      if (known === undefined) await login.addMember('ada', 'a long password', randomUUID());
      const names = await orm.em.fork().execute<{ name: string }[]>(tables);
      await orm.close();
      return { wasKnown: known !== undefined, tables: names.map(({ name }) => name) };
    };
    const migrate = async () => {
      const store = await openStore(place, composition.schema);
      const { applied } = await store.migrate();
      await store.close();
      return applied;
    };

    const before = await look();
    expect(before).toEqual({ wasKnown: false, tables: ['members', 'mikro_orm_migrations'] });
    const all = composition.schema.migrations.map(({ name }) => name);
    expect(await migrate()).toEqual(all);
    const during = await look();
    expect(during.wasKnown).toBe(true);
    expect(during.tables).toEqual(expect.arrayContaining(['chatbots', 'members', 'webhooks']));
    expect(await migrate()).toEqual([]);

    await removeConferbot(place, composition);
    expect(await look()).toEqual({
      wasKnown: true,
      tables: ['conferbot_migrations', 'members', 'mikro_orm_migrations'],
    });
    expect(await migrate()).toEqual(all);
    expect(await look()).toEqual(during);
    await egress.close();
  });
});
