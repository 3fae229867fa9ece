import { flow, step } from '../../flow.ts';

const point = { leftValue: '{{score}}', operator: '+', rightValue: '1', resultVariable: 'score' };

export const courseQuizFlow = flow([
  step(
    'welcome',
    'welcome-node',
    {
      text: 'Welcome to the quiz of the course **Safe online**! Three questions; with two right answers you have passed.',
    },
    'name',
  ),
  step(
    'name',
    'ask-name-node',
    { questionText: 'Which name shall be on your certificate?', answerVariable: 'name' },
    'attempt',
  ),
  step(
    'attempt',
    'math-operation-node',
    { leftValue: '{{attempts | default:"0"}}', operator: '+', rightValue: '1', resultVariable: 'attempts' },
    'clear-score',
  ),
  step('clear-score', 'variable-node', { name: 'score', value: '0', isNumber: true }, 'password'),
  step(
    'password',
    'n-choices-node',
    {
      choicePrompt: '**Question 1.** Which password is the hardest to guess?',
      answerVariable: 'answer_password',
      choices: [
        { id: 'signs', choiceText: 'P@ssw0rd!' },
        { id: 'words', choiceText: 'walnut-ferry-candle-moss' },
        { id: 'pet', choiceText: 'Bella2014' },
      ],
    },
    { signs: 'password-signs', words: 'password-right', pet: 'password-pet' },
  ),
  step(
    'password-right',
    'message-node',
    { text: '✔ Right! Four words by chance are long, and you can still remember them.' },
    'password-point',
  ),
  step('password-point', 'math-operation-node', point, 'mail'),
  step(
    'password-signs',
    'message-node',
    {
      text: '✘ Not quite. Programs that guess know all the usual swaps, such as @ for a. Length helps more than odd signs.',
    },
    'mail',
  ),
  step(
    'password-pet',
    'message-node',
    {
      text: '✘ Not quite. Names and years can be found on social networks. Take something that has nothing to do with you.',
    },
    'mail',
  ),
  step(
    'mail',
    'n-choices-node',
    {
      choicePrompt:
        '**Question 2.** Your bank writes: "Your account will be closed today. Click here." What do you do?',
      answerVariable: 'answer_mail',
      choices: [
        { id: 'click', choiceText: 'Click and have a look' },
        { id: 'reply', choiceText: 'Reply and ask' },
        { id: 'bank', choiceText: 'Open the website of the bank myself' },
      ],
    },
    { click: 'mail-click', reply: 'mail-reply', bank: 'mail-right' },
  ),
  step(
    'mail-right',
    'message-node',
    { text: '✔ Right! You choose the way to your bank, not the e-mail.' },
    'mail-point',
  ),
  step('mail-point', 'math-operation-node', point, 'update'),
  step(
    'mail-click',
    'message-node',
    {
      text: '✘ Better not. The page behind the link may look just like that of your bank. Hurry is what gives such e-mails away.',
    },
    'update',
  ),
  step(
    'mail-reply',
    'message-node',
    { text: '✘ Better not. Your reply goes to whoever wrote it, and tells them that somebody reads this address.' },
    'update',
  ),
  step(
    'update',
    'n-choices-node',
    {
      choicePrompt: '**Question 3.** Your phone offers an update. When do you install it?',
      answerVariable: 'answer_update',
      choices: [
        { id: 'soon', choiceText: 'Today or tomorrow' },
        { id: 'new', choiceText: 'With my next phone' },
        { id: 'broken', choiceText: 'When something breaks' },
      ],
    },
    { soon: 'update-right', new: 'update-late', broken: 'update-late' },
  ),
  step(
    'update-right',
    'message-node',
    { text: '✔ Right! Most attacks use holes for which there has long been an update.' },
    'update-point',
  ),
  step('update-point', 'math-operation-node', point, 'has-passed'),
  step(
    'update-late',
    'message-node',
    { text: '✘ That is too late. Updates close holes that are known to everybody from then on.' },
    'has-passed',
  ),
  step(
    'has-passed',
    'condition-node',
    { leftValue: '{{score}}', operator: '>=', rightValue: '2', isNumber: true },
    { 0: 'email', 1: 'retry' },
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        '**Passed with {{score}} of 3!** Where shall I send your certificate? We use the address for that only, as our [privacy policy](https://example.com/privacy) says.',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no e-mail address. One looks like ann@example.com.',
    },
    'certificate',
  ),
  step(
    'certificate',
    'email-node',
    {
      to: '{{email}}',
      subject: 'Your certificate: Safe online',
      body: 'Certificate\n\n{{name}} has passed the quiz of the course "Safe online"\nwith {{score}} of 3 right answers, at attempt number {{attempts}}.\n\n{{now | date:"long"}}',
    },
    'sent',
  ),
  step('sent', 'message-node', { text: 'Congratulations, {{name}}! Your certificate is on its way to {{email}}.' }),
  step(
    'retry',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'That was {{score}} of 3. You know the answers now: try again?',
      answerVariable: 'retry',
      options: [
        { id: 'yes', label: 'Yes, once more' },
        { id: 'no', label: 'Not today' },
      ],
    },
    { yes: 'attempt', no: 'later' },
  ),
  step('later', 'message-node', {
    text: 'That is fine. [The lesson](https://example.com/courses/safe-online) stays open; come back when you like.',
  }),
]);
