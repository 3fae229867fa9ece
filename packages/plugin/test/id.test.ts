import fc from 'fast-check';
import { TypeID } from 'typeid-js';
import { describe, expect, it } from 'vitest';
import { defineId, newUuid } from '../src/index.ts';

const bot = defineId('bot', 'chatbot');

describe('typed ids', () => {
  it('are the TypeIDs that the reference implementation makes, both ways', () => {
    fc.assert(
      fc.property(fc.uuid(), uuid => {
        const id = TypeID.fromUUID('bot', uuid).toString();
        expect(bot.encode(uuid)).toBe(id);
        expect(bot.decode(id)).toBe(uuid);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep the order of the uuids they stand for', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => a < b === bot.encode(a) < bot.encode(b)),
      { numRuns: 1000 },
    );
  });

  it('give a handler the plain uuid', () => {
    const uuid = '0198f0a0-0000-7000-8000-00000000abcd';
    expect(bot.input.parse(bot.encode(uuid))).toBe(uuid);
  });

  it.each([
    ['whk_01h455vb4pex5vsknk084sn02q', /looks like bot_ .* this is the id of a webhook\./],
    ['abc_01h455vb4pex5vsknk084sn02q', /the prefix abc_/],
    ['bot_81h455vb4pex5vsknk084sn02q', /looks like bot_ and 26 characters\.$/],
    ['bot_01h455vb4pex5vsknk084sn02', /looks like bot_/],
    ['bot_01H455VB4PEX5VSKNK084SN02Q', /looks like bot_/],
    ['0198f0a0-0000-7000-8000-00000000abcd', /looks like bot_/],
  ])('refuse %s by saying what it is', (value, message) => {
    expect(bot.decode(value)).toBeUndefined();
    expect(bot.input.safeParse(value).error?.issues[0]?.message).toMatch(message);
  });
});

describe('new uuids', () => {
  it('are of version 7 and carry the time', () => {
    const now = Date.now() + 10_000;
    const uuid = newUuid(now);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(uuid.replace('-', '').slice(0, 12), 16)).toBe(now);
  });

  it('rise, also within a millisecond and when the clock falls back', () => {
    const now = Date.now() + 20_000;
    const uuids = Array.from({ length: 10_000 }, (_, index) => newUuid(now - (index % 3) * 1000));
    expect(uuids).toEqual([...uuids].sort());
    expect(new Set(uuids).size).toBe(uuids.length);
  });
});
