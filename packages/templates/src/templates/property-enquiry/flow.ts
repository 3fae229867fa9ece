import { flow, step } from '../../flow.ts';

export const propertyEnquiryFlow = flow([
  step('welcome', 'welcome-node', { text: 'Welcome home, almost! Tell me what you are looking for.' }, 'deal'),
  step(
    'deal',
    'n-choices-node',
    {
      choicePrompt: 'Would you like to buy or to rent?',
      answerVariable: 'deal',
      choices: [
        { id: 'buy', choiceText: 'Buy' },
        { id: 'rent', choiceText: 'Rent' },
      ],
    },
    { buy: 'price', rent: 'rent' },
  ),
  step(
    'price',
    'ask-number-node',
    {
      questionText: 'Up to which price, in euros?',
      answerVariable: 'budget',
      incorrectNumberResponse: 'A number, please, such as 350,000.',
    },
    'area',
  ),
  step(
    'rent',
    'ask-number-node',
    {
      questionText: 'Up to which rent a month, with heating, in euros?',
      answerVariable: 'budget',
      incorrectNumberResponse: 'A number, please, such as 1,200.',
    },
    'area',
  ),
  step(
    'area',
    'ask-location-node',
    { questionText: 'In which town or part of town?', answerVariable: 'area' },
    'rooms',
  ),
  step(
    'rooms',
    'n-select-option-node',
    {
      choicePrompt: 'How many rooms at least?',
      answerVariable: 'rooms',
      options: [
        { id: '1', optionText: 'One' },
        { id: '2', optionText: 'Two' },
        { id: '3', optionText: 'Three' },
        { id: '4', optionText: 'Four or more' },
      ],
    },
    'forget-homes',
  ),
  step('forget-homes', 'variable-node', { name: 'homes', value: '' }, 'search'),
  step(
    'search',
    'webhook-node',
    {
      url: 'https://api.example.com/homes?deal={{deal}}&area={{area}}&rooms={{rooms}}&most={{budget}}',
      method: 'GET',
      answerVariable: 'homes',
      timeout: 8,
      maxRetries: 1,
      errorMessage: 'I cannot look into our list right now, sorry.',
    },
    'has-answer',
  ),
  step(
    'has-answer',
    'condition-node',
    { leftValue: '{{homes.count}}', operator: 'isNotEmpty' },
    { 0: 'has-homes', 1: 'email' },
  ),
  step(
    'has-homes',
    'condition-node',
    { leftValue: '{{homes.count}}', operator: '>=', rightValue: '1', isNumber: true },
    { 0: 'best', 1: 'none' },
  ),
  step(
    'best',
    'message-node',
    {
      text: 'There are {{homes.count}} homes for you. This one fits best: **{{homes.best.title}}**, {{homes.best.price}} €. [All pictures](https://example.com/homes/{{homes.best.id}})',
    },
    'next',
  ),
  step(
    'next',
    'n-choices-node',
    {
      choicePrompt: 'How shall we go on?',
      answerVariable: 'next_step',
      choices: [
        { id: 'view', choiceText: 'See it' },
        { id: 'alert', choiceText: 'Tell me of others' },
        { id: 'person', choiceText: 'Ask an agent' },
      ],
    },
    { view: 'viewing', alert: 'email', person: 'person' },
  ),
  step(
    'none',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'There is nothing in {{area}} for {{budget}} € today. Shall I look for up to 15 % more?',
      answerVariable: 'look_wider',
      options: [
        { id: 'yes', label: 'Yes, look again' },
        { id: 'no', label: 'No, keep my limit' },
      ],
    },
    { yes: 'wider', no: 'email' },
  ),
  step(
    'wider',
    'math-operation-node',
    { leftValue: '{{budget}}', operator: '*', rightValue: '1.15', resultVariable: 'budget' },
    'whole-euros',
  ),
  step(
    'whole-euros',
    'math-operation-node',
    { leftValue: '{{budget}}', operator: 'round', resultVariable: 'budget' },
    'forget-homes',
  ),
  step(
    'viewing',
    'calendar-node',
    {
      questionText: 'When would you like to see it? We show homes from Monday to Saturday, 9:00 to 18:00.',
      answerVariable: 'viewing',
      showTimeSelection: true,
      botTimeZone: 'Europe/Berlin',
      minDate: '{{now}}',
    },
    'name',
  ),
  step('name', 'ask-name-node', { questionText: 'And your name?', answerVariable: 'name' }, 'phone'),
  step(
    'phone',
    'ask-phone-number-node',
    {
      questionText:
        'Which phone number reaches you on that day, {{name}}? We use it for this viewing only; see our [privacy policy](https://example.com/privacy).',
      answerVariable: 'phone',
      incorrectPhoneNumberResponse: 'That is no phone number. One looks like +49 30 901820.',
    },
    'tell-agent',
  ),
  step(
    'tell-agent',
    'email-node',
    {
      to: 'viewings@example.com',
      subject: 'Viewing on {{viewing}}: {{homes.best.title}}',
      body: '{{name}} would like to see {{homes.best.title}} ({{homes.best.id}}) on {{viewing}}.\nPhone: {{phone}}\nLooks for: {{deal}}, {{area}}, rooms: {{rooms}}, up to {{budget}} €',
    },
    'asked',
  ),
  step('asked', 'message-node', {
    text: 'Thank you, {{name}}. Your agent calls {{phone}} within a working day and confirms **{{viewing | date:"long"}}**.',
  }),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'Then we tell you as soon as something fits. Which e-mail address may we use for that? You can end it in every e-mail, as our [privacy policy](https://example.com/privacy) says.',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no e-mail address. One looks like ann@example.com.',
    },
    'save-search',
  ),
  step(
    'save-search',
    'email-node',
    {
      to: 'searches@example.com',
      replyTo: '{{email}}',
      subject: 'Search: {{deal}} in {{area}}',
      body: 'Please save this search.\n\nDeal: {{deal}}\nArea: {{area}}\nRooms: {{rooms}}\nUp to: {{budget}} €\nE-mail: {{email}}',
    },
    'saved',
  ),
  step('saved', 'message-node', { text: 'Noted. We write to {{email}} when a home in {{area}} fits. Good luck!' }),
  step('person', 'human-handover-node', {
    handoverMessage: 'I am getting an agent who knows {{area}}.',
    fallbackMessage: 'All agents are out at viewings. You reach us from 9:00 to 18:00 at +49 30 901820.',
    maxWaitTime: 5,
  }),
]);
