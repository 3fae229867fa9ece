import { flow, step } from '../../flow.ts';

export const helpDeskTriageFlow = flow([
  step(
    'welcome',
    'welcome-node',
    {
      text: 'Hello! Tell me what is wrong: often I have the answer, and if not, a colleague gets your case with all you wrote.',
    },
    'topic',
  ),
  step(
    'topic',
    'n-choices-node',
    {
      choicePrompt: 'What is it about?',
      answerVariable: 'topic',
      choices: [
        { id: 'account', choiceText: 'My account' },
        { id: 'billing', choiceText: 'An invoice or payment' },
        { id: 'technical', choiceText: 'Something does not work' },
      ],
    },
    { account: 'question', billing: 'question', technical: 'impact' },
  ),
  step(
    'impact',
    'n-choices-node',
    {
      choicePrompt: 'I am sorry. How bad is it?',
      answerVariable: 'impact',
      choices: [
        { id: 'blocked', choiceText: 'Nobody can work' },
        { id: 'slowed', choiceText: 'It slows us down' },
        { id: 'small', choiceText: 'It can wait' },
      ],
    },
    { blocked: 'person', slowed: 'question', small: 'question' },
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'That goes first. I am calling somebody from the team.',
      fallbackMessage:
        'Everybody is busy with a case right now, so let us write yours down. It goes to the top of the list.',
      maxWaitTime: 5,
      priority: 'urgent',
    },
    'was-helped',
  ),
  step(
    'was-helped',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Is it solved, or do you want to leave a ticket?',
      answerVariable: 'person_outcome',
      options: [
        { id: 'solved', label: 'It is solved' },
        { id: 'ticket', label: 'Leave a ticket' },
      ],
    },
    { solved: 'goodbye', ticket: 'details' },
  ),
  step(
    'question',
    'ask-custom-question-node',
    { questionText: 'Please describe it in one sentence, as you would tell a friend.', answerVariable: 'question' },
    'forget-search',
  ),
  step('forget-search', 'variable-node', { name: 'found', value: '' }, 'search'),
  step(
    'search',
    'webhook-node',
    {
      url: 'https://example.com/help/search?topic={{topic}}&q={{question}}',
      method: 'GET',
      answerVariable: 'found',
      timeout: 5,
      maxRetries: 1,
    },
    'has-answer',
  ),
  step(
    'has-answer',
    'condition-node',
    { leftValue: '{{found.title}}', operator: 'isNotEmpty' },
    { 0: 'answer', 1: 'details' },
  ),
  step('answer', 'message-node', { text: '**{{found.title}}**\n\n{{found.summary}}' }, 'read-more'),
  step('read-more', 'navigate-node', { url: '{{found.url}}', navigatePrompt: 'Read the whole article' }, 'did-help'),
  step(
    'did-help',
    'n-choices-node',
    {
      choicePrompt: 'Did this help?',
      answerVariable: 'deflected',
      choices: [
        { id: 'yes', choiceText: 'Yes, thank you' },
        { id: 'again', choiceText: 'Let me ask differently' },
        { id: 'no', choiceText: 'No, I need somebody' },
      ],
    },
    { yes: 'goodbye', again: 'question', no: 'details' },
  ),
  step(
    'details',
    'ask-custom-question-node',
    {
      questionText: 'Then a colleague looks at it. What did you do, what happened, and what did you expect?',
      answerVariable: 'details',
    },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'Where do we send the answer? Your address and this conversation become part of the ticket and are deleted a year after it is closed ([privacy policy](https://example.com/privacy)).',
      answerVariable: 'email',
      incorrectEmailResponse: 'I cannot read that as an e-mail address. One looks like ann@example.com.',
    },
    'open-ticket',
  ),
  step(
    'open-ticket',
    'webhook-node',
    {
      url: 'https://example.com/api/tickets',
      method: 'POST',
      body: { subject: '{{topic}}: {{question | default:"urgent"}}', requester: '{{email}}' },
      includeAnswerVariables: true,
      answerVariable: 'ticket',
    },
    'has-ticket',
  ),
  step(
    'has-ticket',
    'condition-node',
    { leftValue: '{{ticket.number}}', operator: 'isNotEmpty' },
    { 0: 'ticket-number', 1: 'mail-ticket' },
  ),
  step('ticket-number', 'message-node', {
    text: 'Your ticket is **{{ticket.number}}**. The answer comes to {{email}}, usually within four working hours.',
  }),
  step(
    'mail-ticket',
    'email-node',
    {
      to: 'support@example.com',
      replyTo: '{{email}}',
      subject: '{{topic}} ({{impact | default:"normal"}}): {{question | default:"urgent"}}',
      body: 'From: {{email}}\nTopic: {{topic}}\nQuestion: {{question | default:"-"}}\nArticle shown: {{found.title | default:"none"}}\n\n{{details}}',
    },
    'ticket-noted',
  ),
  step('ticket-noted', 'message-node', {
    text: 'Your case is with the team. The answer comes to {{email}}, usually within four working hours.',
  }),
  step('goodbye', 'message-node', { text: 'Good to hear. Come back whenever you need us!' }),
]);
