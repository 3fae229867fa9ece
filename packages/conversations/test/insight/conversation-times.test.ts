import { describe, expect, test } from 'vitest';
import { conversationTimes } from '../../src/insight/conversation-times.ts';
import { after, said } from './support/said.ts';

test('nothing said took no time', () => {
  expect(conversationTimes([])).toEqual({
    durationSeconds: 0,
    until: 'last_message',
    activeSeconds: 0,
    firstReplySeconds: null,
    firstHumanReplySeconds: null,
    visitorSeconds: 0,
    botSeconds: 0,
    waitingForHumanSeconds: 0,
  });
});

describe('a talk with the bot', () => {
  const messages = [
    said('bot', 'Hello', 0),
    said('visitor', 'Hi', 20),
    said('bot', 'Your name?', 22),
    said('visitor', 'Ann', 622),
    said('bot', 'Thanks', 625),
    said('bot', 'Are you still there?', 5000),
  ];

  test('ends with the last message of the visitor, not with what the bot says long after', () => {
    expect(conversationTimes(messages)).toMatchObject({ durationSeconds: 622, until: 'last_message' });
  });

  test('counts no silence for more than five minutes as active', () => {
    expect(conversationTimes(messages).activeSeconds).toBe(20 + 2 + 300);
  });

  test('tells who was waited for', () => {
    expect(conversationTimes(messages)).toMatchObject({
      visitorSeconds: 620,
      botSeconds: 2,
      waitingForHumanSeconds: 0,
      firstReplySeconds: 2,
      firstHumanReplySeconds: null,
    });
  });

  test('goes on until now while it is open, at the turn of the visitor', () => {
    expect(conversationTimes(messages.slice(0, 3), { now: after(122) })).toMatchObject({
      durationSeconds: 122,
      until: 'now',
      activeSeconds: 122,
      visitorSeconds: 120,
    });
  });

  test('is read in the order of time', () => {
    expect(conversationTimes(messages.toReversed())).toEqual(conversationTimes(messages));
  });
});

describe('a talk with a person', () => {
  const messages = [
    said('visitor', 'A person please', 0),
    said('bot', 'One moment', 1),
    said('visitor', 'Hello?', 61),
    said('agent', 'Hi, Tom here', 121),
    said('visitor', 'My parcel is late', 131),
    said('agent', 'I look', 191),
  ];

  test('waits for a person from the hand-over to their first message, whatever the visitor says meanwhile', () => {
    const times = conversationTimes(messages, { handedOverAt: [after(1)] });
    expect(times).toMatchObject({ durationSeconds: 191, botSeconds: 1, firstHumanReplySeconds: 120 });
    expect(times.waitingForHumanSeconds).toBe(120 + 60);
    expect(times.visitorSeconds).toBe(10);
  });

  test('still waits at the end of an open one', () => {
    const times = conversationTimes(messages.slice(0, 3), { handedOverAt: [after(1)], now: after(301) });
    expect(times.waitingForHumanSeconds).toBe(300);
    expect(times.firstHumanReplySeconds).toBeNull();
  });
});
