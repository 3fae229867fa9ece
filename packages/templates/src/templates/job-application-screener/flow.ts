import { flow, step } from '../../flow.ts';

export const jobApplicationScreenerFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello, and thank you for your interest in working with us. Applying here takes about five minutes.' },
    'consent',
  ),
  step(
    'consent',
    'yes-or-no-choice-node',
    {
      choicePrompt:
        'We keep your answers and your CV for this application, show them to those who decide on it, and delete them six months after the decision. Do you consent to that? More in our [privacy policy for applicants](https://example.com/privacy/applicants).',
      answerVariable: 'consent',
      options: [
        { id: 'yes', label: 'Yes, I consent' },
        { id: 'no', label: 'No' },
      ],
    },
    { yes: 'role', no: 'declined' },
  ),
  step('declined', 'message-node', {
    text: 'Then we keep nothing. You can also apply by letter; our address is on the [jobs page](https://example.com/jobs).',
  }),
  step(
    'role',
    'n-select-option-node',
    {
      choicePrompt: 'Which job do you apply for?',
      answerVariable: 'job',
      options: [
        { id: 'support', optionText: 'Customer support' },
        { id: 'sales', optionText: 'Sales' },
        { id: 'engineer', optionText: 'Engineering' },
      ],
    },
    'permit',
  ),
  step(
    'permit',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'May you work in the country of the job, or will you be allowed to by the first day?',
      answerVariable: 'work_permit',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
    },
    { yes: 'years', no: 'not-eligible' },
  ),
  step('not-eligible', 'message-node', {
    text: 'Thank you for being open. We cannot arrange permits for this job. Jobs that you can do from other countries are on [this page](https://example.com/jobs/remote).',
  }),
  step(
    'years',
    'ask-number-node',
    {
      questionText: 'How many years have you done this kind of work?',
      answerVariable: 'years',
      incorrectNumberResponse: 'Please write a number, such as 3. Half years are fine.',
    },
    'is-experienced',
  ),
  step(
    'is-experienced',
    'condition-node',
    { leftValue: '{{years}}', operator: '>=', rightValue: '2', isNumber: true },
    { 0: 'opening', 1: 'keep' },
  ),
  step(
    'keep',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'For this job we look for two years at least. May we keep your application for starters’ jobs?',
      answerVariable: 'keep_for_later',
      options: [
        { id: 'yes', label: 'Yes, gladly' },
        { id: 'no', label: 'No, thank you' },
      ],
    },
    { yes: 'starters', no: 'goodbye' },
  ),
  step('opening', 'variable-node', { name: 'track', value: 'opening' }, 'name'),
  step('starters', 'variable-node', { name: 'track', value: 'starters' }, 'name'),
  step(
    'name',
    'ask-name-node',
    { questionText: 'What is your full name?', answerVariable: 'name', nameGreetResponse: 'Thank you, {name}.' },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText: 'Which e-mail address reaches you?',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no e-mail address. One looks like ann@example.com.',
    },
    'cv',
  ),
  step(
    'cv',
    'ask-file-node',
    {
      questionText: 'Please send your CV as PDF or Word file, 10 MB at most. A photo in it is not needed.',
      answerVariable: 'cv',
      allowedTypes: ['.pdf', '.docx'],
      maxSize: 10,
    },
    'start',
  ),
  step(
    'start',
    'calendar-node',
    { questionText: 'When could you start?', answerVariable: 'start_date', minDate: '{{now}}' },
    'times',
  ),
  step(
    'times',
    'n-check-options-node',
    {
      choicePrompt: 'When do you have time for a first call? Choose as many as you like.',
      answerVariable: 'call_times',
      options: [
        { id: 'morning', optionText: 'Mornings' },
        { id: 'noon', optionText: 'Around noon' },
        { id: 'evening', optionText: 'After work' },
      ],
    },
    'submit',
  ),
  step(
    'submit',
    'webhook-node',
    {
      url: 'https://api.example.com/applications',
      method: 'POST',
      body: {
        job: '{{job}}',
        track: '{{track}}',
        name: '{{name}}',
        email: '{{email}}',
        years: '{{years}}',
        cv: '{{cv}}',
        startDate: '{{start_date}}',
        callTimes: '{{call_times}}',
      },
      answerVariable: 'application',
      timeout: 10,
    },
    'is-submitted',
  ),
  step(
    'is-submitted',
    'condition-node',
    { leftValue: '{{application.reference}}', operator: 'isNotEmpty' },
    { 0: 'submitted', 1: 'tell-team' },
  ),
  step('submitted', 'message-node', {
    text: 'Your application has arrived, {{name}}. Its number is **{{application.reference}}**. We answer to {{email}} within ten working days.',
  }),
  step(
    'tell-team',
    'email-node',
    {
      to: 'jobs@example.com',
      replyTo: '{{email}}',
      subject: 'Application of {{name}}: {{job}} ({{track}})',
      body: 'The application system did not answer, so here is the application itself.\n\nName: {{name}}\nE-mail: {{email}}\nJob: {{job}}\nYears: {{years}}\nCV: {{cv}}\nCould start: {{start_date}}\nTime for a call: {{call_times}}',
    },
    'by-mail',
  ),
  step('by-mail', 'message-node', {
    text: 'Our application system is slow today, so I have sent everything to the team by e-mail. We answer to {{email}} within ten working days.',
  }),
  step('goodbye', 'message-node', {
    text: 'All right, we keep nothing of this. Have a look at our jobs again when you have gathered some experience!',
  }),
]);
