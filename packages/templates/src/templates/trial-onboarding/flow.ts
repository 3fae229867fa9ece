import { flow, step } from '../../flow.ts';

const done = { leftValue: '{{steps_done}}', operator: '+', rightValue: '1', resultVariable: 'steps_done' };

const checklistChoices = [
  { id: 'done', choiceText: 'Done' },
  { id: 'how', choiceText: 'Show me how' },
  { id: 'later', choiceText: 'Later' },
];

export const trialOnboardingFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Welcome to your trial! Three small steps, and everything runs.' },
    'has-connected',
  ),
  step(
    'has-connected',
    'condition-node',
    { leftValue: '{{session.page}}', operator: 'contains', rightValue: 'resume=invite' },
    { 0: 'resume', 1: 'name' },
  ),
  step('resume', 'variable-node', { name: 'steps_done', value: '1', isNumber: true }, 'welcome-back'),
  step(
    'welcome-back',
    'message-node',
    { text: 'Good to see you again. Your first source is connected, so we go on where you left.' },
    'invite',
  ),
  step(
    'name',
    'ask-name-node',
    {
      questionText: 'What may I call you?',
      answerVariable: 'name',
      nameGreetResponse: 'Nice to meet you, {name}!',
    },
    'role',
  ),
  step(
    'role',
    'n-select-option-node',
    {
      choicePrompt: 'What do you do in your team?',
      answerVariable: 'role',
      options: [
        { id: 'lead', optionText: 'I lead it' },
        { id: 'user', optionText: 'I do the daily work' },
        { id: 'admin', optionText: 'I set things up' },
        { id: 'other', optionText: 'Something else' },
      ],
    },
    'goal',
  ),
  step(
    'goal',
    'n-choices-node',
    {
      choicePrompt: 'And what should get better first?',
      answerVariable: 'goal',
      choices: [
        { id: 'time', choiceText: 'Less work by hand' },
        { id: 'view', choiceText: 'A better overview' },
        { id: 'looking', choiceText: 'I am only looking' },
      ],
    },
    { time: 'time-tip', view: 'view-tip', looking: 'start-count' },
  ),
  step(
    'time-tip',
    'message-node',
    {
      text: 'Then connect the source that costs you most time today. [Ideas for the first one](https://example.com/help/first-source)',
    },
    'start-count',
  ),
  step(
    'view-tip',
    'message-node',
    { text: 'Then a board is what you want at the end. [See three boards of others](https://example.com/help/boards)' },
    'start-count',
  ),
  step('start-count', 'variable-node', { name: 'steps_done', value: '0', isNumber: true }, 'connect'),
  step(
    'connect',
    'n-choices-node',
    {
      choicePrompt: '**Step 1 of 3:** connect your first source.',
      answerVariable: 'step_connect',
      choices: checklistChoices,
    },
    { done: 'connect-done', how: 'connect-how', later: 'invite' },
  ),
  step(
    'connect-how',
    'navigate-node',
    {
      url: 'https://example.com/help/connect',
      navigatePrompt: 'Open Settings, then Sources, and choose Add. This page shows it in five pictures.',
    },
    'connect',
  ),
  step('connect-done', 'math-operation-node', done, 'invite'),
  step(
    'invite',
    'n-choices-node',
    {
      choicePrompt: '**Step 2 of 3:** invite a colleague. Two see more than one.',
      answerVariable: 'step_invite',
      choices: checklistChoices,
    },
    { done: 'invite-done', how: 'invite-how', later: 'publish' },
  ),
  step(
    'invite-how',
    'navigate-node',
    {
      url: 'https://example.com/help/invite',
      navigatePrompt:
        'Open People and write the e-mail addresses of your colleagues, one in each line. This page says more.',
    },
    'invite',
  ),
  step('invite-done', 'math-operation-node', done, 'publish'),
  step(
    'publish',
    'n-choices-node',
    {
      choicePrompt: '**Step 3 of 3:** publish your first board.',
      answerVariable: 'step_publish',
      choices: checklistChoices,
    },
    { done: 'publish-done', how: 'publish-how', later: 'is-complete' },
  ),
  step(
    'publish-how',
    'navigate-node',
    {
      url: 'https://example.com/help/publish',
      navigatePrompt: 'Open the board and choose Publish at the top right. This page says who can see it then.',
    },
    'publish',
  ),
  step('publish-done', 'math-operation-node', done, 'is-complete'),
  step(
    'is-complete',
    'condition-node',
    { leftValue: '{{steps_done}}', operator: '>=', rightValue: '3', isNumber: true },
    { 0: 'complete', 1: 'remaining' },
  ),
  step(
    'complete',
    'message-node',
    { text: 'All three done, {{name | default:"well done"}}! Your trial is set up, and the rest comes by using it.' },
    'help',
  ),
  step(
    'remaining',
    'message-node',
    { text: 'You have done {{steps_done}} of 3 steps. Come back whenever you like; the steps wait here for you.' },
    'help',
  ),
  step(
    'help',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Would you like to talk to somebody who knows the product well?',
      answerVariable: 'wants_help',
      options: [
        { id: 'yes', label: 'Yes, please' },
        { id: 'no', label: 'No, I am fine' },
      ],
    },
    { yes: 'person', no: 'bye' },
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage: 'I am getting a colleague.',
      fallbackMessage:
        'Nobody is free right now. [Choose a time that suits you](https://example.com/call), and we call you.',
      maxWaitTime: 5,
      enablePostChatSurvey: true,
      postChatSurveyTitle: 'Before you go:',
      postChatSurveyQuestions: [
        {
          id: 'csat',
          questionText: 'How helpful was that?',
          type: 'rating',
          answerVariable: 'help_rating',
          required: true,
        },
      ],
    },
    'bye',
  ),
  step('bye', 'message-node', { text: 'Enjoy your trial! You can open this chat at any time and ask me anything.' }),
]);
