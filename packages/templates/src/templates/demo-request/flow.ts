import { flow, step } from '../../flow.ts';

export const demoRequestFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello! See for yourself what we do: I find the demo that suits your company.' },
    'name',
  ),
  step(
    'name',
    'ask-name-node',
    {
      questionText: 'First of all, what is your name?',
      answerVariable: 'name',
      nameGreetResponse: 'Good to have you here, {name}.',
    },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'What is your e-mail address at work? We use it to arrange the demo and for nothing else, see our [privacy policy](https://example.com/privacy).',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no e-mail address that we could write to. One looks like ann@company.com.',
    },
    'forget-check',
  ),
  step('forget-check', 'variable-node', { name: 'email_check', value: '' }, 'check-email'),
  step(
    'check-email',
    'webhook-node',
    {
      url: 'https://example.com/api/email-check?address={{email}}',
      method: 'GET',
      answerVariable: 'email_check',
      timeout: 5,
      maxRetries: 1,
    },
    'is-private',
  ),
  step(
    'is-private',
    'condition-node',
    { leftValue: '{{email_check.kind}}', operator: '=', rightValue: 'private' },
    { 0: 'keep-private', 1: 'employees' },
  ),
  step(
    'keep-private',
    'yes-or-no-choice-node',
    {
      choicePrompt:
        '{{email}} looks like a private address. With one at work we can prepare the demo for your company.',
      answerVariable: 'email_choice',
      options: [
        { id: 'change', label: 'Use another address' },
        { id: 'keep', label: 'Keep this one' },
      ],
    },
    { change: 'email', keep: 'employees' },
  ),
  step(
    'employees',
    'ask-number-node',
    {
      questionText: 'How many people work at your company? An estimate is fine.',
      answerVariable: 'employees',
      incorrectNumberResponse: 'I need a number there, such as 40.',
    },
    'is-large',
  ),
  step(
    'is-large',
    'condition-node',
    { leftValue: '{{employees}}', operator: '>=', rightValue: '50', isNumber: true },
    { 0: 'region', 1: 'self-serve' },
  ),
  step(
    'region',
    'n-select-option-node',
    {
      choicePrompt: 'Which part of the world are you in? So that somebody awake calls you.',
      answerVariable: 'region',
      options: [
        { id: 'emea', optionText: 'Europe, Middle East, Africa' },
        { id: 'americas', optionText: 'The Americas' },
        { id: 'apac', optionText: 'Asia and Pacific' },
      ],
    },
    'day',
  ),
  step(
    'day',
    'calendar-node',
    {
      questionText: 'Which day and time suit you for a demo of 30 minutes?',
      answerVariable: 'demo_time',
      showTimeSelection: true,
      minDate: '{{now}}',
    },
    'send-event',
  ),
  step(
    'send-event',
    'webhook-node',
    {
      url: 'https://example.com/hooks/demo-requested',
      method: 'POST',
      body: {
        event: 'demo.requested',
        name: '{{name}}',
        email: '{{email}}',
        employees: '{{employees}}',
        region: '{{region}}',
        time: '{{demo_time}}',
      },
      answerVariable: 'demo_event',
    },
    'was-sent',
  ),
  step(
    'was-sent',
    'condition-node',
    { leftValue: '{{demo_event}}', operator: 'isNotEmpty' },
    { 0: 'booked', 1: 'mail-instead' },
  ),
  step('booked', 'message-node', {
    text: 'Thank you, {{name}}! Your invitation for {{demo_time}} is on its way to {{email}}.',
  }),
  step(
    'mail-instead',
    'email-node',
    {
      to: 'sales@example.com',
      replyTo: '{{email}}',
      subject: 'Demo for {{name}} at {{demo_time}}: please confirm by hand',
      body: 'The calendar did not take this request.\nName: {{name}}\nE-mail: {{email}}\nEmployees: {{employees}}\nRegion: {{region}}\nTime: {{demo_time}}',
    },
    'by-hand',
  ),
  step('by-hand', 'message-node', {
    text: 'Thank you, {{name}}! A colleague checks {{demo_time}} and writes to {{email}} within a working day.',
  }),
  step(
    'self-serve',
    'video-node',
    {
      video: 'https://example.com/demo.mp4',
      caption: 'For teams like yours the demo is ready: five minutes, with subtitles.',
    },
    'next-step',
  ),
  step(
    'next-step',
    'n-choices-node',
    {
      choicePrompt: 'How would you like to go on?',
      answerVariable: 'next_step',
      choices: [
        { id: 'trial', choiceText: 'Try it for free' },
        { id: 'person', choiceText: 'Talk to a person' },
        { id: 'later', choiceText: 'Later, thank you' },
      ],
    },
    { trial: 'trial', person: 'person', later: 'goodbye' },
  ),
  step(
    'trial',
    'user-redirect-node',
    { url: 'https://example.com/trial?email={{email}}', openInNewTab: true },
    'goodbye',
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'One moment, {{name}}, I am getting somebody.',
      fallbackMessage: 'Nobody is free right now. We write to {{email}} today or tomorrow.',
      maxWaitTime: 5,
    },
    'goodbye',
  ),
  step('goodbye', 'message-node', {
    text: 'Thank you for your interest, {{name}}. Come back whenever a question comes up.',
  }),
]);
