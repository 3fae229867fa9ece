import { flow, step } from '../../flow.ts';

export const eventRegistrationFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello! **Open Workshop Day**, 12 June, Old Tram Depot. Nice that you are here.' },
    'menu',
  ),
  step(
    'menu',
    'n-choices-node',
    {
      choicePrompt: 'What can I do for you? You can also just write your question.',
      answerVariable: 'topic',
      choices: [
        { id: 'register', choiceText: 'Register' },
        { id: 'programme', choiceText: 'Programme' },
        { id: 'venue', choiceText: 'Getting there' },
        { id: 'person', choiceText: 'Ask the organisers' },
      ],
    },
    { register: 'places', programme: 'programme', venue: 'venue', person: 'person' },
  ),
  step(
    'programme',
    'message-node',
    {
      text: 'Doors open at 9:00. Talks from 10:00 to 12:30, workshops from 13:30 to 17:00, music until 20:00. [The whole programme](https://example.com/programme)',
    },
    'menu',
  ),
  step(
    'venue',
    'message-node',
    {
      text: 'Old Tram Depot, 8 Station Road. Tram 3 stops at the door. There are no steps, and there is room for 80 bicycles. [Map](https://example.com/map)',
    },
    'menu',
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'I am getting somebody of the team.',
      fallbackMessage: 'Nobody is free right now. Write to team@example.com; you get an answer within two days.',
      maxWaitTime: 5,
    },
    'menu',
  ),
  step(
    'places',
    'webhook-node',
    {
      url: 'https://api.example.com/events/workshop-day/places',
      method: 'GET',
      answerVariable: 'places',
      timeout: 8,
      maxRetries: 1,
    },
    'is-known',
  ),
  step(
    'is-known',
    'condition-node',
    { leftValue: '{{places.left}}', operator: 'isNotEmpty' },
    { 0: 'is-free', 1: 'unsure' },
  ),
  step(
    'is-free',
    'condition-node',
    { leftValue: '{{places.left}}', operator: '>=', rightValue: '1', isNumber: true },
    { 0: 'confirmed', 1: 'full' },
  ),
  step(
    'unsure',
    'message-node',
    {
      text: 'I cannot see right now how many places are left. I take your wish down, and the team confirms it by e-mail.',
    },
    'requested',
  ),
  step(
    'full',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'All places are taken. Some always become free: shall I put you on the waiting list?',
      answerVariable: 'waiting_list',
      options: [
        { id: 'yes', label: 'Yes, please' },
        { id: 'no', label: 'No, thank you' },
      ],
    },
    { yes: 'waiting', no: 'next-time' },
  ),
  step('next-time', 'message-node', {
    text: 'A pity! The talks are streamed live at [example.com/live](https://example.com/live), free and without registration.',
  }),
  step('confirmed', 'variable-node', { name: 'booking_status', value: 'confirmed' }, 'ticket'),
  step('requested', 'variable-node', { name: 'booking_status', value: 'requested' }, 'ticket'),
  step('waiting', 'variable-node', { name: 'booking_status', value: 'on the waiting list' }, 'ticket'),
  step(
    'ticket',
    'n-choices-node',
    {
      choicePrompt: 'Which ticket would you like? You pay at the door.',
      answerVariable: 'ticket',
      choices: [
        { id: 'standard', choiceText: 'Standard, 30 €' },
        { id: 'student', choiceText: 'Student, 12 €' },
        { id: 'talks', choiceText: 'Talks only, 10 €' },
      ],
    },
    { standard: 'dietary', student: 'student-card', talks: 'name' },
  ),
  step(
    'student-card',
    'message-node',
    { text: 'Please bring your student card; without it the ticket costs 30 €.' },
    'dietary',
  ),
  step(
    'dietary',
    'n-check-options-node',
    {
      choicePrompt: 'Lunch is in the price. What should the kitchen know? Choose all that apply.',
      answerVariable: 'dietary',
      options: [
        { id: 'all', optionText: 'I eat everything' },
        { id: 'vegetarian', optionText: 'Vegetarian' },
        { id: 'vegan', optionText: 'Vegan' },
        { id: 'gluten', optionText: 'Without gluten' },
        { id: 'nuts', optionText: 'Without nuts' },
        { id: 'none', optionText: 'No lunch for me' },
      ],
    },
    'name',
  ),
  step(
    'name',
    'ask-name-node',
    { questionText: 'Which name shall we write on your badge?', answerVariable: 'name' },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'And your e-mail address, {{name}}? We write about this event only, and delete it afterwards; see our [privacy policy](https://example.com/privacy).',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no e-mail address. One looks like ann@example.com.',
    },
    'tell-team',
  ),
  step(
    'tell-team',
    'email-node',
    {
      to: 'registration@example.com',
      replyTo: '{{email}}',
      subject: 'Workshop Day, {{booking_status}}: {{name}}',
      body: 'Status: {{booking_status}}\nName: {{name}}\nE-mail: {{email}}\nTicket: {{ticket}}\nKitchen: {{dietary | default:"no lunch"}}',
    },
    'confirm',
  ),
  step(
    'confirm',
    'email-node',
    {
      to: '{{email}}',
      replyTo: 'team@example.com',
      subject: 'Open Workshop Day: your ticket is {{booking_status}}',
      body: 'Hello {{name}},\n\nyour ticket "{{ticket}}" for the Open Workshop Day is {{booking_status}}.\n\n12 June, doors open at 9:00\nOld Tram Depot, 8 Station Road\n\nIf you cannot come, please reply to this e-mail. Somebody on the waiting list will be glad.',
    },
    'done',
  ),
  step('done', 'message-node', {
    text: 'Thank you, {{name}}! Your ticket "{{ticket}}" is **{{booking_status}}**. All details are on the way to {{email}}.',
  }),
]);
