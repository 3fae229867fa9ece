import { bookingFields } from '../booking-fields.ts';
import { defineConnectorNode } from '../connector-node.ts';

export const googleCalendarNode = defineConnectorNode({
  connector: 'google-calendar',
  title: 'Google Calendar',
  summary: 'Books an appointment in a Google calendar and keeps the booking.',
  operations: ['book', 'list', 'cancel'],
  fields: bookingFields,
  answerVariable: 'calendar_booking',
  example: { operation: 'book', title: 'Demo for {{name}}', duration: 30, timeZone: 'Europe/Berlin' },
});
