import { flow, step } from '../../flow.ts';

const evenings = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const restaurantTableFlow = flow([
  step('welcome', 'welcome-node', { text: 'Good day! A table at our place? I would love to help.' }, 'party-size'),
  step(
    'party-size',
    'ask-number-node',
    {
      questionText: 'For how many people, children included?',
      answerVariable: 'party_size',
      incorrectNumberResponse: 'Please give me a number, such as 4.',
    },
    'is-possible',
  ),
  step(
    'is-possible',
    'condition-node',
    { leftValue: '{{party_size}}', operator: '>=', rightValue: '1', isNumber: true },
    { 0: 'is-large', 1: 'nobody' },
  ),
  step('nobody', 'message-node', { text: 'I need at least one guest to lay a table for.' }, 'party-size'),
  step(
    'is-large',
    'condition-node',
    { leftValue: '{{party_size}}', operator: '>', rightValue: '8', isNumber: true },
    { 0: 'large-party', 1: 'time' },
  ),
  step(
    'large-party',
    'human-handover-node',
    {
      handoverMessage:
        'How nice, a celebration! For {{party_size}} guests we plan menu and tables together. I am calling somebody.',
      fallbackMessage: 'Everybody is in the dining room right now. Leave your wishes here, and the host calls you.',
      maxWaitTime: 4,
      priority: 'high',
    },
    'time',
  ),
  step(
    'time',
    'calendar-node',
    {
      questionText: 'Which day, and at what time? The kitchen takes orders from 17:30 to 21:30, Tuesday to Saturday.',
      answerVariable: 'table_time',
      showTimeSelection: true,
      botTimeZone: 'Europe/Berlin',
      minDate: '{{now}}',
    },
    'has-allergies',
  ),
  step(
    'has-allergies',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Is there anything that one of you cannot or does not eat?',
      answerVariable: 'has_allergies',
      options: [
        { id: 'yes', label: 'Yes, there is' },
        { id: 'no', label: 'No, we eat everything' },
      ],
    },
    { yes: 'allergies', no: 'no-allergies' },
  ),
  step(
    'allergies',
    'n-check-options-node',
    {
      choicePrompt: 'Thank you for telling me. Which of these? The kitchen sees this, and nobody else.',
      answerVariable: 'allergies',
      options: [
        { id: 'nuts', optionText: 'Nuts' },
        { id: 'gluten', optionText: 'Gluten' },
        { id: 'milk', optionText: 'Milk' },
        { id: 'fish', optionText: 'Fish and shellfish' },
        { id: 'vegan', optionText: 'All from animals' },
        { id: 'other', optionText: 'Something else, I will say it at the table' },
      ],
    },
    'name',
  ),
  step('no-allergies', 'variable-node', { name: 'allergies', value: 'none' }, 'name'),
  step(
    'name',
    'ask-name-node',
    {
      questionText: 'On which name shall the table be?',
      answerVariable: 'name',
      nameGreetResponse: 'Thank you, {name}.',
    },
    'phone',
  ),
  step(
    'phone',
    'ask-phone-number-node',
    {
      questionText:
        'And a phone number, in case something comes up? We delete it, and what you told us about food, the day after your visit ([privacy policy](https://example.com/privacy)).',
      answerVariable: 'phone',
      incorrectPhoneNumberResponse: 'I cannot read that as a phone number. One looks like +49 30 901820.',
    },
    'summary',
  ),
  step(
    'summary',
    'yes-or-no-choice-node',
    {
      choicePrompt:
        'A table for {{party_size}} at {{table_time}}, on the name of {{name}}. Not on the plate: {{allergies}}. Is that right?',
      answerVariable: 'confirmed',
      options: [
        { id: 'yes', label: 'Yes, that is right' },
        { id: 'no', label: 'No, let me change it' },
      ],
    },
    { yes: 'tell-host', no: 'party-size' },
  ),
  step(
    'tell-host',
    'email-node',
    {
      to: 'tables@example.com',
      subject: 'Table for {{party_size}} at {{table_time}}: {{name}}',
      body: 'Name: {{name}}\nPhone: {{phone}}\nGuests: {{party_size}}\nTime: {{table_time}}\nDoes not eat: {{allergies}}',
    },
    'is-open',
  ),
  step(
    'is-open',
    'business-hours-node',
    {
      timezone: 'Europe/Berlin',
      excludeDates: ['2026-12-24', '2026-12-25'],
      weeklyHours: evenings.map(dayName => ({
        dayName,
        available: true,
        slots: [{ start: '15:00', end: '22:30' }],
      })),
    },
    { 0: 'confirmed-soon', 1: 'confirmed-later' },
  ),
  step(
    'confirmed-soon',
    'message-node',
    { text: 'Wonderful. The host looks at the book and confirms by text message within half an hour.' },
    'menu',
  ),
  step(
    'confirmed-later',
    'message-node',
    {
      text: 'Wonderful. We are closed right now; the host confirms by text message once we open, Tuesday to Saturday from 15:00.',
    },
    'menu',
  ),
  step(
    'menu',
    'navigate-node',
    { url: 'https://example.com/menu', navigatePrompt: 'Have a look at the menu' },
    'goodbye',
  ),
  step('goodbye', 'message-node', { text: 'We look forward to seeing you!' }),
]);
