import { flow, step } from '../../flow.ts';

export const orderStatusFlow = flow([
  step('welcome', 'welcome-node', { text: 'Hello! Let us see where your parcel is.' }, 'no-tries'),
  step('no-tries', 'variable-node', { name: 'tries', value: '0', isNumber: true }, 'order-number'),
  step(
    'order-number',
    'ask-custom-question-node',
    {
      questionText: 'What is your order number? It is at the top of the confirmation that we sent you.',
      answerVariable: 'order_number',
    },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'And the e-mail address that you ordered with? We compare both, so that nobody else sees your order ([privacy policy](https://example.com/privacy)).',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no complete e-mail address. One looks like ann@example.com.',
    },
    'look-up',
  ),
  step(
    'look-up',
    'webhook-node',
    {
      url: 'https://example.com/api/orders/{{order_number}}?email={{email}}',
      method: 'GET',
      answerVariable: 'order',
      timeout: 10,
      maxRetries: 2,
    },
    'is-found',
  ),
  step(
    'is-found',
    'condition-node',
    { leftValue: '{{order.status}}', operator: 'isNotEmpty' },
    { 0: 'is-late', 1: 'count-try' },
  ),
  step(
    'count-try',
    'math-operation-node',
    { leftValue: '{{tries}}', operator: '+', rightValue: '1', resultVariable: 'tries' },
    'may-retry',
  ),
  step(
    'may-retry',
    'condition-node',
    { leftValue: '{{tries}}', operator: '<', rightValue: '2', isNumber: true },
    { 0: 'retry', 1: 'person' },
  ),
  step(
    'retry',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'I cannot find order {{order_number}} for {{email}}. Shall we try again?',
      answerVariable: 'retry',
      options: [
        { id: 'yes', label: 'Enter it again' },
        { id: 'no', label: 'Ask a person' },
      ],
    },
    { yes: 'order-number', no: 'person' },
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'I am asking a colleague to look for it.',
      fallbackMessage:
        'Nobody is free right now. We look for order {{order_number}} and write to {{email}} within a working day.',
      maxWaitTime: 5,
    },
    'goodbye',
  ),
  step(
    'is-late',
    'condition-node',
    { leftValue: '{{order.late}}', operator: '=', rightValue: 'true' },
    { 0: 'sorry', 1: 'is-delivered' },
  ),
  step(
    'sorry',
    'message-node',
    { text: 'I am sorry: order {{order_number}} should have been with you by now. I am opening a case for it.' },
    'wish',
  ),
  step(
    'wish',
    'n-choices-node',
    {
      choicePrompt: 'If it does not turn up within two days, what would you like?',
      answerVariable: 'wish',
      choices: [
        { id: 'again', choiceText: 'Send it again' },
        { id: 'refund', choiceText: 'My money back' },
        { id: 'wait', choiceText: 'I can wait longer' },
      ],
    },
    { again: 'late-ticket', refund: 'late-ticket', wait: 'late-ticket' },
  ),
  step(
    'late-ticket',
    'email-node',
    {
      to: 'support@example.com',
      replyTo: '{{email}}',
      subject: 'Late: order {{order_number}}',
      body: 'Customer: {{email}}\nStatus: {{order.status}}\nTracking: {{order.tracking | default:"none"}}\nWish of the customer: {{wish}}',
    },
    'late-noted',
  ),
  step(
    'late-noted',
    'message-node',
    { text: 'Your case is open. We ask the carrier today and write to {{email}} by tomorrow evening.' },
    'goodbye',
  ),
  step(
    'is-delivered',
    'condition-node',
    { leftValue: '{{order.status}}', operator: '=', rightValue: 'delivered' },
    { 0: 'delivered', 1: 'is-shipped' },
  ),
  step(
    'delivered',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'The carrier says that it was delivered. Do you have it?',
      answerVariable: 'has_parcel',
      options: [
        { id: 'yes', label: 'Yes, I found it' },
        { id: 'no', label: 'No, it is not here' },
      ],
    },
    { yes: 'goodbye', no: 'wish' },
  ),
  step(
    'is-shipped',
    'condition-node',
    { leftValue: '{{order.status}}', operator: '=', rightValue: 'shipped' },
    { 0: 'shipped', 1: 'in-work' },
  ),
  step(
    'shipped',
    'navigate-node',
    {
      url: 'https://example.com/track/{{order.tracking}}',
      navigatePrompt: 'Your parcel is on its way. Follow it',
    },
    'goodbye',
  ),
  step(
    'in-work',
    'message-node',
    { text: 'Order {{order_number}} is with us and being packed. You get an e-mail as soon as it leaves the house.' },
    'goodbye',
  ),
  step('goodbye', 'message-node', { text: 'Thank you for your order. Write again whenever you need something!' }),
]);
