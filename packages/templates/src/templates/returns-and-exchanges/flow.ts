import { flow, step } from '../../flow.ts';

export const returnsAndExchangesFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello! Something does not fit or is broken? Let us sort it out together; it takes about two minutes.' },
    'order-number',
  ),
  step(
    'order-number',
    'ask-custom-question-node',
    { questionText: 'What is your order number?', answerVariable: 'order_number' },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'Which e-mail address did you order with? We need it and the photos for this return only, and delete them after six months ([privacy policy](https://example.com/privacy)).',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no complete e-mail address. One looks like ann@example.com.',
    },
    'arrived',
  ),
  step(
    'arrived',
    'calendar-node',
    { questionText: 'When did the parcel arrive?', answerVariable: 'arrived_on' },
    'reason',
  ),
  step(
    'reason',
    'n-choices-node',
    {
      choicePrompt: 'Why do you want to send it back?',
      answerVariable: 'reason',
      choices: [
        { id: 'size', choiceText: 'It does not fit' },
        { id: 'taste', choiceText: 'I do not like it' },
        { id: 'damaged', choiceText: 'It is damaged' },
        { id: 'wrong', choiceText: 'It is not what I ordered' },
      ],
    },
    { size: 'check', taste: 'check', damaged: 'photo', wrong: 'photo' },
  ),
  step(
    'photo',
    'ask-file-node',
    {
      questionText: 'I am sorry about that. Please send one or two photos of it; then you need not explain anything.',
      answerVariable: 'photos',
      acceptImages: true,
      allowMultiple: true,
      maxFiles: 2,
      maxSize: 8,
    },
    'our-fault',
  ),
  step('our-fault', 'variable-node', { name: 'postage', value: 'paid by us' }, 'solution'),
  step(
    'check',
    'webhook-node',
    {
      url: 'https://example.com/api/returns/check?order={{order_number}}&email={{email}}&arrived={{arrived_on}}',
      method: 'GET',
      answerVariable: 'check',
      timeout: 10,
    },
    'is-checked',
  ),
  step(
    'is-checked',
    'condition-node',
    { leftValue: '{{check.eligible}}', operator: 'isNotEmpty' },
    { 0: 'is-eligible', 1: 'person' },
  ),
  step(
    'is-eligible',
    'condition-node',
    { leftValue: '{{check.eligible}}', operator: '=', rightValue: 'true' },
    { 0: 'change-of-mind', 1: 'too-late' },
  ),
  step('change-of-mind', 'variable-node', { name: 'postage', value: 'deducted from the refund' }, 'solution'),
  step(
    'too-late',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Returns are open for 30 days, and this order is past that. Shall a colleague look at it anyway?',
      answerVariable: 'goodwill',
      options: [
        { id: 'yes', label: 'Yes, please' },
        { id: 'no', label: 'No, I keep it' },
      ],
    },
    { yes: 'person', no: 'goodbye' },
  ),
  step(
    'solution',
    'n-choices-node',
    {
      choicePrompt: 'What would you like instead?',
      answerVariable: 'solution',
      choices: [
        { id: 'exchange', choiceText: 'An exchange' },
        { id: 'refund', choiceText: 'My money back' },
      ],
    },
    { exchange: 'exchange-for', refund: 'label' },
  ),
  step(
    'exchange-for',
    'ask-custom-question-node',
    { questionText: 'Gladly. Which size, colour or product shall we send you?', answerVariable: 'exchange_for' },
    'label',
  ),
  step(
    'label',
    'webhook-node',
    {
      url: 'https://example.com/api/returns',
      method: 'POST',
      body: { order: '{{order_number}}', email: '{{email}}', reason: '{{reason}}', solution: '{{solution}}' },
      includeAnswerVariables: true,
      answerVariable: 'label',
    },
    'has-label',
  ),
  step(
    'has-label',
    'condition-node',
    { leftValue: '{{label.url}}', operator: 'isNotEmpty' },
    { 0: 'label-file', 1: 'mail-request' },
  ),
  step(
    'label-file',
    'file-node',
    { file: '{{label.url}}', fileName: 'Return label {{order_number}}.pdf' },
    'label-ready',
  ),
  step('label-ready', 'message-node', {
    text: 'Here is your label. Stick it on the old one, and hand the parcel in within 14 days. Postage is {{postage}}; a copy went to {{email}}.',
  }),
  step(
    'mail-request',
    'email-node',
    {
      to: 'returns@example.com',
      replyTo: '{{email}}',
      subject: 'Return of order {{order_number}}: please send a label',
      body: 'Customer: {{email}}\nArrived: {{arrived_on}}\nReason: {{reason}}\nSolution: {{solution}} {{exchange_for | default:""}}\nPostage: {{postage}}\nPhotos: {{photos | default:"none"}}',
    },
    'label-follows',
  ),
  step('label-follows', 'message-node', {
    text: 'Your return is registered. The label comes to {{email}} within a working day; postage is {{postage}}.',
  }),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'One moment, I am asking a colleague from the returns team.',
      fallbackMessage:
        'Nobody is free right now. We look at order {{order_number}} and write to {{email}} within a working day.',
      maxWaitTime: 5,
    },
    'goodbye',
  ),
  step('goodbye', 'message-node', { text: 'Thank you for telling us. Have a good day!' }),
]);
