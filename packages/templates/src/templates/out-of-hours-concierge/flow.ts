import { flow, step } from '../../flow.ts';

const timezone = 'Europe/London';
const officeDay = (dayName: string) => ({ dayName, available: true, slots: [{ start: '09:00', end: '17:00' }] });

export const outOfHoursConciergeFlow = flow([
  step('welcome', 'welcome-node', { text: 'Hello! Good that you write to us.' }, 'office-hours'),
  step(
    'office-hours',
    'business-hours-node',
    {
      timezone,
      excludeDates: ['2026-12-25', '2027-01-01'],
      weeklyHours: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(officeDay),
    },
    { 0: 'person', 1: 'topic' },
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'We are here. One moment, I am getting a colleague.',
      fallbackMessage: 'Everybody is talking to somebody at the moment.',
      maxWaitTime: 3,
    },
    'helped',
  ),
  step(
    'topic',
    'n-choices-node',
    {
      choicePrompt:
        'The team is at home right now, but I can look much of it up. What is it about? You can also just write your question.',
      answerVariable: 'topic',
      choices: [
        { id: 'delivery', choiceText: 'A delivery' },
        { id: 'bill', choiceText: 'A bill' },
        { id: 'login', choiceText: 'Logging in' },
        { id: 'urgent', choiceText: 'An urgent fault' },
        { id: 'other', choiceText: 'Something else' },
      ],
    },
    { delivery: 'delivery', bill: 'bill', login: 'login', urgent: 'fault', other: 'question' },
  ),
  step(
    'delivery',
    'message-node',
    {
      text: 'The link in the e-mail about your parcel shows where it is. If it has not moved for three days, we look for it. [More about deliveries](https://example.com/help/deliveries)',
    },
    'helped',
  ),
  step(
    'bill',
    'message-node',
    {
      text: 'All bills are in your account under **Orders**. A refund takes up to five working days to arrive. [More about bills](https://example.com/help/bills)',
    },
    'helped',
  ),
  step(
    'login',
    'message-node',
    {
      text: 'Choose **Forgotten password** on the login page; the e-mail comes within minutes. Look into the spam folder too. [More about logging in](https://example.com/help/login)',
    },
    'helped',
  ),
  step(
    'helped',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Is everything settled with that?',
      answerVariable: 'settled',
      options: [
        { id: 'yes', label: 'Yes, thank you' },
        { id: 'no', label: 'No, please call me back' },
      ],
    },
    { yes: 'bye', no: 'question' },
  ),
  step(
    'fault',
    'ask-custom-question-node',
    {
      questionText:
        'What does not work? If anybody is in danger, please call the emergency services (999 or 112) instead of writing here.',
      answerVariable: 'fault',
    },
    'fault-phone',
  ),
  step(
    'fault-phone',
    'ask-phone-number-node',
    {
      questionText: 'Under which number does the engineer on call reach you now? We use it for this fault only.',
      answerVariable: 'phone',
      incorrectPhoneNumberResponse: 'That is no phone number. One looks like +44 20 7946 0018.',
    },
    'page',
  ),
  step(
    'page',
    'webhook-node',
    {
      url: 'https://api.example.com/on-call/pages',
      method: 'POST',
      body: { summary: '{{fault}}', phone: '{{phone}}' },
      answerVariable: 'page',
      timeout: 8,
      maxRetries: 2,
    },
    'is-paged',
  ),
  step(
    'is-paged',
    'condition-node',
    { leftValue: '{{page.id}}', operator: 'isNotEmpty' },
    { 0: 'paged', 1: 'not-paged' },
  ),
  step('paged', 'message-node', {
    text: 'The engineer on call has your message and rings you at {{phone}} **within 30 minutes**. Your number is {{page.id}}.',
  }),
  step('not-paged', 'message-node', {
    text: 'I could not reach the engineer on call. Please ring **+44 20 7946 0018** yourself; the line is open day and night.',
  }),
  step(
    'question',
    'ask-custom-question-node',
    { questionText: 'What is it about? Write as much as you like.', answerVariable: 'question' },
    'name',
  ),
  step('name', 'ask-name-node', { questionText: 'And your name?', answerVariable: 'name' }, 'phone'),
  step(
    'phone',
    'ask-phone-number-node',
    {
      questionText:
        'Under which number may we call you back, {{name}}? We delete it when your question is settled; see our [privacy policy](https://example.com/privacy).',
      answerVariable: 'phone',
      incorrectPhoneNumberResponse: 'That is no phone number. One looks like +44 20 7946 0018.',
    },
    'weekend',
  ),
  step(
    'weekend',
    'business-hours-node',
    {
      timezone,
      weeklyHours: [
        { dayName: 'Friday', available: true, slots: [{ start: '17:00', end: '24:00' }] },
        { dayName: 'Saturday', available: true, slots: [] },
        { dayName: 'Sunday', available: true, slots: [] },
      ],
    },
    { 0: 'promise-monday', 1: 'promise-next' },
  ),
  step('promise-monday', 'variable-node', { name: 'promise', value: 'Monday, 11:00' }, 'tell-team'),
  step('promise-next', 'variable-node', { name: 'promise', value: 'the next working day, 11:00' }, 'tell-team'),
  step(
    'tell-team',
    'email-node',
    {
      to: 'service@example.com',
      subject: 'Call back {{name}} by {{promise}}',
      body: 'Promised by: {{promise}}\nName: {{name}}\nPhone: {{phone}}\nQuestion: {{question}}\nAsked about before: {{topic | default:"nothing"}}',
    },
    'promised',
  ),
  step('promised', 'message-node', {
    text: 'Noted, {{name}}. We call you at {{phone}} **by {{promise}}** (London time) at the latest.',
  }),
  step('bye', 'message-node', { text: 'Glad to hear that. Have a good day, or a good night!' }),
]);
