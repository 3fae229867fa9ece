import { z } from 'zod';
import { flag } from './fields.ts';
import { parameterText } from './parameter-text.ts';
import { scalarNumber } from './scalars.ts';

/** Fields of the nodes that book an appointment. */
export const bookingFields = {
  timeZone: parameterText.describe('IANA time zone of the calendar.'),
  calendarId: parameterText.describe('Calendar to book in; the primary one where it is missing.'),
  title: parameterText.describe('Title of the appointment.'),
  description: parameterText.describe('Description of the appointment.'),
  duration: scalarNumber(30).describe('Minutes.'),
  location: parameterText.describe('Where it takes place.'),
  collectAttendeeEmail: flag(false).describe('Invites the visitor by e-mail.'),
  collectAttendeeName: flag(false).describe('Puts the name of the visitor into the appointment.'),
  minDate: z.string().nullish().describe('First day that can be booked, YYYY-MM-DD.'),
  maxDate: z.string().nullish().describe('Last day that can be booked, YYYY-MM-DD.'),
  excludeWeekends: flag(false).describe('Books on no Saturday or Sunday.'),
};
