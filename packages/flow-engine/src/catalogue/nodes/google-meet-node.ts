import { bookingFields } from '../booking-fields.ts';
import { defineConnectorNode } from '../connector-node.ts';

export const googleMeetNode = defineConnectorNode({
  connector: 'google-meet',
  title: 'Google Meet',
  summary: 'Books a video call and keeps the booking, with its link under meetLink.',
  operations: ['book', 'list', 'cancel'],
  fields: bookingFields,
  answerVariable: 'meet_booking',
  example: { operation: 'book', title: 'Call with {{name}}', duration: 30, timeZone: 'Europe/Berlin' },
});
