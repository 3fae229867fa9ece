import { z } from 'zod';
import { type DateBounds, localDate, readDate } from '../../answers/date.ts';
import type { NodeCall } from '../../engine/node-call.ts';
import { isTimeZone } from '../../engine/visitor-locale.ts';
import { defineAskNode, question } from '../ask-node.ts';
import { flag, unspoken } from '../fields.ts';
import type { DataFinding } from '../node-type.ts';

const bound = z.string().max(200).default('');

const data = z.looseObject({
  ...question,
  showTimeSelection: flag(false).describe('Asks for a time of day too.'),
  botTimeZone: z.string().max(100).default('').describe('IANA zone of the date; by default that of the visitor.'),
  minDate: bound.describe('First day that can be chosen, YYYY-MM-DD.'),
  maxDate: bound.describe('Last day that can be chosen, YYYY-MM-DD.'),
});

type Calendar = z.infer<typeof data>;

function boundsOf(node: Calendar, call: NodeCall): DateBounds {
  const timeZone = isTimeZone(node.botTimeZone) ? node.botTimeZone : call.timeZone;
  const [first, last] = [node.minDate, node.maxDate].map(written =>
    localDate(call.render(written, 'plain'), timeZone)?.slice(0, 10),
  );
  return { withTime: node.showTimeSelection, timeZone, ...(first && { first }), ...(last && { last }) };
}

export const calendarNode = defineAskNode({
  type: 'calendar-node',
  title: 'Ask for a date',
  summary: 'Asks for a date, or a date and a time, and keeps it as YYYY-MM-DD or YYYY-MM-DD HH:mm.',
  data,
  aliases: { botTimeZone: ['timezone', 'timeZone'] },
  example: {
    questionText: 'When shall we call you?',
    answerVariable: 'slot',
    showTimeSelection: true,
    botTimeZone: 'Europe/Berlin',
  },
  key: 'calendar_selection',
  answerType: 'date',
  request(node, call) {
    const { withTime, timeZone, first, last } = boundsOf(node, call);
    return {
      kind: 'date',
      timeZone,
      ...(withTime && { withTime }),
      ...(first && { firstDay: first }),
      ...(last && { lastDay: last }),
    };
  },
  read: (reply, node, call) => readDate(reply, boundsOf(node, call)),
  texts: node => [...unspoken('/minDate', node.minDate), ...unspoken('/maxDate', node.maxDate)],
  check,
});

function check({ botTimeZone, minDate, maxDate }: Calendar): DataFinding[] {
  const findings: DataFinding[] = [];
  if (botTimeZone !== '' && !isTimeZone(botTimeZone)) {
    const message = `There is no time zone "${botTimeZone}"; that of the visitor would be used.`;
    findings.push({ code: 'BAD_NODE_DATA', message, pointer: '/botTimeZone' });
  }
  for (const [field, written] of Object.entries({ minDate, maxDate })) {
    if (written === '' || /\{\{|\$\{/.test(written) || localDate(written, 'UTC') !== undefined) continue;
    findings.push({ code: 'BAD_NODE_DATA', message: `"${written}" is not a date YYYY-MM-DD.`, pointer: `/${field}` });
  }
  const [first, last] = [localDate(minDate, 'UTC'), localDate(maxDate, 'UTC')];
  if (first !== undefined && last !== undefined && first > last) {
    findings.push({
      code: 'BAD_NODE_DATA',
      message: 'No day can be chosen: the last is before the first.',
      pointer: '/maxDate',
    });
  }
  return findings;
}
