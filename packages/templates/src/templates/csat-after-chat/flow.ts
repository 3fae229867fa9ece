import { flow, step } from '../../flow.ts';

export const csatAfterChatFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Thank you for talking to us! How was it? Your answer goes to the team and helps us to get better.' },
    'stars',
  ),
  step(
    'stars',
    'rating-choice-node',
    {
      choicePrompt: 'How happy are you with the help that you got? 1 star is not at all, 5 stars is very.',
      answerVariable: 'csat',
      ratingType: '5',
    },
    { 0: 'what-failed', 1: 'what-failed', 2: 'what-missing', 3: 'what-good', 4: 'what-good' },
  ),
  step(
    'what-good',
    'n-check-options-node',
    {
      choicePrompt: 'Great! What did we do well? Choose all that fit.',
      answerVariable: 'praise',
      options: [
        { id: 'quick', optionText: 'The answer came quickly' },
        { id: 'friendly', optionText: 'It was friendly' },
        { id: 'solved', optionText: 'My problem is solved' },
        { id: 'clear', optionText: 'It was easy to follow' },
      ],
    },
    'comment',
  ),
  step(
    'what-missing',
    'n-check-options-node',
    {
      choicePrompt: 'Thank you. What could have been better? Choose all that fit.',
      answerVariable: 'criticism',
      options: [
        { id: 'wait', optionText: 'I waited too long' },
        { id: 'unclear', optionText: 'The answer was hard to follow' },
        { id: 'half', optionText: 'It solved only a part' },
      ],
    },
    'comment',
  ),
  step(
    'comment',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Is there anything that you want to add?',
      answerVariable: 'wants_comment',
      options: [
        { id: 'yes', label: 'Yes, I will write it' },
        { id: 'no', label: 'No, that is all' },
      ],
    },
    { yes: 'text', no: 'thanks' },
  ),
  step(
    'text',
    'ask-custom-question-node',
    { questionText: 'Go ahead. Please leave out names and numbers that nobody needs.', answerVariable: 'comment' },
    'pass-on',
  ),
  step(
    'pass-on',
    'slack-node',
    {
      channel: '#customer-voices',
      message: '{{csat}} of 5 stars: {{comment}}',
    },
    'thanks',
  ),
  step('thanks', 'message-node', { text: 'Thank you, that helps us. Have a good day!' }),
  step(
    'what-failed',
    'ask-custom-question-node',
    {
      questionText: 'I am sorry that we let you down. What went wrong, in your own words?',
      answerVariable: 'comment',
    },
    'is-solved',
  ),
  step(
    'is-solved',
    'n-choices-node',
    {
      choicePrompt: 'Is your problem solved, all in all?',
      answerVariable: 'solved',
      choices: [
        { id: 'yes', choiceText: 'Yes, it is' },
        { id: 'partly', choiceText: 'Only in part' },
        { id: 'no', choiceText: 'No, not at all' },
      ],
    },
    { yes: 'normal', partly: 'normal', no: 'urgent' },
  ),
  step('normal', 'variable-node', { name: 'priority', value: 'normal' }, 'may-contact'),
  step('urgent', 'variable-node', { name: 'priority', value: 'high' }, 'may-contact'),
  step(
    'may-contact',
    'yes-or-no-choice-node',
    {
      choicePrompt:
        'May the head of the team write to you about it? Only with your consent, and about this case only ([privacy policy](https://example.com/privacy)).',
      answerVariable: 'contact_consent',
      options: [
        { id: 'yes', label: 'Yes, please do' },
        { id: 'no', label: 'No, just note it' },
      ],
    },
    { yes: 'email', no: 'anonymous-ticket' },
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText: 'Which e-mail address is best?',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no complete e-mail address. One looks like ann@example.com.',
    },
    'ticket',
  ),
  step(
    'ticket',
    'webhook-node',
    {
      url: 'https://example.com/api/tickets',
      method: 'POST',
      body: { subject: 'Rated {{csat}} of 5', priority: '{{priority}}', requester: '{{email}}', text: '{{comment}}' },
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
    text: 'Thank you. Your case is **{{ticket.number}}**; the head of the team writes to {{email}} within a working day.',
  }),
  step(
    'mail-ticket',
    'email-node',
    {
      to: 'support-lead@example.com',
      replyTo: '{{email}}',
      subject: 'Rated {{csat}} of 5 ({{priority}}): please answer',
      body: 'From: {{email}}\nSolved: {{solved}}\n\n{{comment}}',
    },
    'mail-noted',
  ),
  step('mail-noted', 'message-node', {
    text: 'Thank you. The head of the team has your words, and writes to {{email}} within a working day.',
  }),
  step(
    'anonymous-ticket',
    'email-node',
    {
      to: 'support-lead@example.com',
      subject: 'Rated {{csat}} of 5 ({{priority}}), without a contact',
      body: 'Solved: {{solved}}\n\n{{comment}}',
    },
    'noted',
  ),
  step('noted', 'message-node', { text: 'Noted, without your name. Thank you for telling us; we take it seriously.' }),
]);
