import { flow, step } from '../../flow.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

export const appointmentBookingFlow = flow([
  step('welcome', 'welcome-node', { text: 'Hello! Let us find a time for you.' }, 'service'),
  step(
    'service',
    'n-select-option-node',
    {
      choicePrompt: 'What would you like to book?',
      answerVariable: 'service',
      options: [
        { id: 'first', optionText: 'First consultation, 45 minutes' },
        { id: 'follow-up', optionText: 'Follow-up, 20 minutes' },
        { id: 'video', optionText: 'Video call, 20 minutes' },
      ],
    },
    'day',
  ),
  step(
    'day',
    'calendar-node',
    { questionText: 'Which day suits you?', answerVariable: 'day', minDate: '{{now}}' },
    'forget-slots',
  ),
  step('forget-slots', 'variable-node', { name: 'slots', value: '' }, 'find-slots'),
  step(
    'find-slots',
    'webhook-node',
    {
      url: 'https://example.com/api/slots?service={{service}}&day={{day}}',
      method: 'GET',
      answerVariable: 'slots',
      timeout: 10,
    },
    'has-slots',
  ),
  step(
    'has-slots',
    'condition-node',
    { leftValue: '{{slots.first}}', operator: 'isNotEmpty' },
    { 0: 'has-choice', 1: 'no-slots' },
  ),
  step(
    'no-slots',
    'n-choices-node',
    {
      choicePrompt: 'I find no free time on {{day | date}}. What now?',
      answerVariable: 'no_slots',
      choices: [
        { id: 'day', choiceText: 'Another day' },
        { id: 'person', choiceText: 'Ask a person' },
      ],
    },
    { day: 'day', person: 'is-open' },
  ),
  step(
    'is-open',
    'business-hours-node',
    {
      timezone: 'Europe/Berlin',
      weeklyHours: weekdays.map(dayName => ({
        dayName,
        available: true,
        slots: [
          { start: '09:00', end: '12:30' },
          { start: '13:30', end: '17:00' },
        ],
      })),
    },
    { 0: 'person', 1: 'call-back' },
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'One moment, I am asking at the desk.',
      fallbackMessage: 'The desk is busy right now.',
      maxWaitTime: 4,
    },
    'call-back',
  ),
  step(
    'call-back',
    'ask-phone-number-node',
    {
      questionText:
        'Which number may we call, in case anything is left open? We use it for this booking only ([privacy policy](https://example.com/privacy)).',
      answerVariable: 'phone',
      incorrectPhoneNumberResponse: 'I cannot read that as a phone number. One looks like +49 30 901820.',
    },
    'mail-desk',
  ),
  step(
    'mail-desk',
    'email-node',
    {
      to: 'desk@example.com',
      subject: 'Please call {{phone}}: {{service}}',
      body: 'Service: {{service}}\nWanted day: {{day}}\nPhone: {{phone}}\nE-mail: {{email | default:"not given"}}',
    },
    'will-call',
  ),
  step('will-call', 'message-node', {
    text: 'Thank you. We call {{phone}} when the desk is open, Monday to Friday from 9:00.',
  }),
  step(
    'has-choice',
    'condition-node',
    { leftValue: '{{slots.count}}', operator: '>', rightValue: '1', isNumber: true },
    { 0: 'slot', 1: 'last-slot' },
  ),
  step(
    'slot',
    'n-choices-node',
    {
      choicePrompt: 'These times are free on {{day | date}}:',
      answerVariable: 'time',
      choices: [
        { id: 'first', choiceText: '{{slots.first}}' },
        { id: 'second', choiceText: '{{slots.second}}' },
        { id: 'other', choiceText: 'Another day' },
      ],
    },
    { first: 'name', second: 'name', other: 'day' },
  ),
  step(
    'last-slot',
    'n-choices-node',
    {
      choicePrompt: 'One time is left on {{day | date}}:',
      answerVariable: 'time',
      choices: [
        { id: 'take', choiceText: '{{slots.first}}' },
        { id: 'other', choiceText: 'Another day' },
      ],
    },
    { take: 'name', other: 'day' },
  ),
  step(
    'name',
    'ask-name-node',
    { questionText: 'On which name shall I book it?', answerVariable: 'name', nameGreetResponse: 'Thank you, {name}.' },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'Where do we send the confirmation? Your name and address are kept with the appointment, and deleted 30 days after it ([privacy policy](https://example.com/privacy)).',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no complete e-mail address. One looks like ann@example.com.',
    },
    'confirm',
  ),
  step(
    'confirm',
    'yes-or-no-choice-node',
    {
      choicePrompt: '{{service}} on {{day | date}}, {{time}}, for {{name}}. Is that right?',
      answerVariable: 'confirmed',
      options: [
        { id: 'yes', label: 'Book it' },
        { id: 'no', label: 'Change the time' },
      ],
    },
    { yes: 'book', no: 'day' },
  ),
  step(
    'book',
    'webhook-node',
    {
      url: 'https://example.com/api/bookings',
      method: 'POST',
      body: { service: '{{service}}', day: '{{day}}', time: '{{time}}', name: '{{name}}', email: '{{email}}' },
      answerVariable: 'booking',
      timeout: 10,
    },
    'is-booked',
  ),
  step(
    'is-booked',
    'condition-node',
    { leftValue: '{{booking.reference}}', operator: 'isNotEmpty' },
    { 0: 'booked', 1: 'sorry' },
  ),
  step('booked', 'message-node', {
    text: 'Done! Your appointment is **{{booking.reference}}**. The confirmation goes to {{email}}; its links let you move or cancel it up to 24 hours before.',
  }),
  step(
    'sorry',
    'message-node',
    { text: 'I am sorry, the calendar did not take the booking. We arrange it by phone instead.' },
    'call-back',
  ),
]);
