import { expect, it } from 'vitest';
import { readEvents } from '../src/client/event-stream.ts';

it('a stream tells of signs of life, and yields what is an event', async () => {
  const chunks = ['retry: 2000\n\n', ': still here\n\n', 'event: status\nda', 'ta: {"seq":1}\n\ndata: none\n\n'];
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(Uint8Array.from(new TextEncoder().encode(chunk)));
      controller.close();
    },
  });
  let heard = 0;
  const events: object[] = [];
  const count = () => {
    heard += 1;
  };
  for await (const event of readEvents(body, count)) events.push(event);
  expect(heard).toBe(chunks.length);
  expect(events).toEqual([{ event: 'status', data: { seq: 1 } }]);
});
