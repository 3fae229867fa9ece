import { flow, step } from '../../flow.ts';

const reasonAsked = {
  low: 'We are sorry to hear that. What went wrong, and what would have made it right?',
  middle: 'Thank you. What is missing for a 9 or a 10?',
  high: 'That is lovely to hear! What did you like most?',
};

export const npsSurveyFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello! Two short questions help us to get better. Thank you for your time.' },
    'score',
  ),
  step(
    'score',
    'opinion-scale-choice-node',
    {
      choicePrompt:
        'How likely are you to recommend us to a friend or colleague? 0 is not at all likely, 10 is extremely likely.',
      answerVariable: 'nps_score',
      from: 0,
      to: 10,
    },
    'is-promoter',
  ),
  step(
    'is-promoter',
    'condition-node',
    { leftValue: '{{nps_score}}', operator: '>=', rightValue: '9', isNumber: true },
    { 0: 'promoter', 1: 'is-passive' },
  ),
  step(
    'is-passive',
    'condition-node',
    { leftValue: '{{nps_score}}', operator: '>=', rightValue: '7', isNumber: true },
    { 0: 'passive', 1: 'detractor' },
  ),
  step('promoter', 'variable-node', { name: 'nps_group', value: 'promoter' }, 'best-part'),
  step('passive', 'variable-node', { name: 'nps_group', value: 'passive' }, 'missing-part'),
  step('detractor', 'variable-node', { name: 'nps_group', value: 'detractor' }, 'worst-part'),
  step(
    'best-part',
    'ask-custom-question-node',
    { questionText: reasonAsked.high, answerVariable: 'nps_reason' },
    'review',
  ),
  step(
    'review',
    'navigate-node',
    { url: 'https://example.com/review', navigatePrompt: 'Others would like to read that too: write a review' },
    'may-contact',
  ),
  step(
    'missing-part',
    'ask-custom-question-node',
    { questionText: reasonAsked.middle, answerVariable: 'nps_reason' },
    'may-contact',
  ),
  step(
    'worst-part',
    'ask-custom-question-node',
    { questionText: reasonAsked.low, answerVariable: 'nps_reason' },
    'sorry',
  ),
  step(
    'sorry',
    'message-node',
    { text: 'Thank you for being open. Somebody from the team reads every answer like yours.' },
    'may-contact',
  ),
  step(
    'may-contact',
    'yes-or-no-choice-node',
    {
      choicePrompt:
        'May we contact you about your answer? Only with your consent, only once, as our [privacy policy](https://example.com/privacy) says.',
      answerVariable: 'contact_consent',
      options: [
        { id: 'yes', label: 'Yes, you may' },
        { id: 'no', label: 'No, thank you' },
      ],
    },
    { yes: 'email', no: 'thanks' },
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText: 'Which e-mail address reaches you best?',
      answerVariable: 'email',
      incorrectEmailResponse: 'That does not look like an e-mail address. One looks like ann@example.com.',
    },
    'tell-team',
  ),
  step(
    'tell-team',
    'email-node',
    {
      to: 'feedback@example.com',
      replyTo: '{{email}}',
      subject: 'NPS {{nps_score}} ({{nps_group}}): please answer',
      body: 'Score: {{nps_score}}\nReason: {{nps_reason}}\nMay be contacted: yes, at {{email}}',
    },
    'in-touch',
  ),
  step('in-touch', 'message-node', { text: 'Noted. We write to {{email}} within two working days. Have a good day!' }),
  step('thanks', 'message-node', { text: 'All right, your answer stays anonymous. Have a good day!' }),
]);
