import { flow, step } from '../../flow.ts';

export const clinicPreVisitFormFlow = flow([
  step(
    'welcome',
    'welcome-node',
    {
      text: 'Hello! With this form you prepare your visit to our practice. It gives **no medical advice and no diagnosis**, and nobody reads along live.',
    },
    'danger',
  ),
  step(
    'danger',
    'yes-or-no-choice-node',
    {
      choicePrompt:
        'First of all: do you have any of these right now? Chest pain, trouble breathing, heavy bleeding, sudden weakness or trouble speaking, a severe allergic reaction, or thoughts of harming yourself.',
      answerVariable: 'danger_signs',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No, none of these' },
      ],
    },
    { yes: 'emergency', no: 'consent' },
  ),
  step(
    'emergency',
    'message-node',
    {
      text: '**Please stop here and call the emergency services now: 112 in Europe, 999 in the UK, 911 in the USA and Canada.** This form cannot help in an emergency. Do not drive yourself, and do not stay alone if you can avoid it.',
    },
    'after-emergency',
  ),
  step(
    'after-emergency',
    'n-choices-node',
    {
      choicePrompt: 'Only go on if there is no emergency.',
      answerVariable: 'after_warning',
      choices: [
        { id: 'calling', choiceText: 'I am calling now' },
        { id: 'mistake', choiceText: 'There is no emergency' },
      ],
    },
    { calling: 'hang-on', mistake: 'consent' },
  ),
  step('hang-on', 'message-node', {
    text: 'Good. Tell them where you are first, and stay on the line. You can fill this form in another time.',
  }),
  step(
    'consent',
    'yes-or-no-choice-node',
    {
      choicePrompt:
        'Your answers are health data. Only our practice team reads them, for this visit, and they become part of your patient file. Do you consent? More in our [privacy policy](https://example.com/privacy).',
      answerVariable: 'consent',
      options: [
        { id: 'yes', label: 'Yes, I consent' },
        { id: 'no', label: 'No' },
      ],
    },
    { yes: 'name', no: 'on-paper' },
  ),
  step('on-paper', 'message-node', {
    text: 'That is fine. You get the same form on paper at the reception; please come ten minutes earlier.',
  }),
  step('name', 'ask-name-node', { questionText: 'What is your full name?', answerVariable: 'name' }, 'birth-date'),
  step(
    'birth-date',
    'calendar-node',
    {
      questionText: 'When were you born? Please write it like 1980-05-31.',
      answerVariable: 'birth_date',
      minDate: '1900-01-01',
    },
    'symptoms',
  ),
  step(
    'symptoms',
    'n-check-options-node',
    {
      choicePrompt: 'What brings you to us? Choose all that apply.',
      answerVariable: 'symptoms',
      options: [
        { id: 'check-up', optionText: 'Check-up or vaccination' },
        { id: 'cold', optionText: 'Cough or cold' },
        { id: 'fever', optionText: 'Fever' },
        { id: 'pain', optionText: 'Pain' },
        { id: 'stomach', optionText: 'Stomach or digestion' },
        { id: 'fainted', optionText: 'I fainted' },
        { id: 'other', optionText: 'Something else' },
      ],
    },
    'has-fainted',
  ),
  step(
    'has-fainted',
    'condition-node',
    { leftValue: '{{symptoms}}', operator: 'contains', rightValue: 'I fainted' },
    { 0: 'call-us', 1: 'pain' },
  ),
  step(
    'pain',
    'opinion-scale-choice-node',
    {
      choicePrompt: 'How strong is your pain now? 0 is none, 10 is the worst that you can think of.',
      answerVariable: 'pain',
      from: 0,
      to: 10,
    },
    'is-strong',
  ),
  step(
    'is-strong',
    'condition-node',
    { leftValue: '{{pain}}', operator: '>=', rightValue: '8', isNumber: true },
    { 0: 'call-us', 1: 'since' },
  ),
  step(
    'call-us',
    'message-node',
    {
      text: 'Please do not wait for your appointment with this. **Ring us now at +49 30 901820**, or the medical on-call service when we are closed. If it gets worse or you feel unsafe, call the emergency services at once.',
    },
    'since',
  ),
  step(
    'since',
    'n-select-option-node',
    {
      choicePrompt: 'Since when?',
      answerVariable: 'since',
      options: [
        { id: 'today', optionText: 'Today' },
        { id: 'days', optionText: 'A few days' },
        { id: 'weeks', optionText: 'Some weeks or longer' },
        { id: 'none', optionText: 'I have no complaints' },
      ],
    },
    'medicines',
  ),
  step(
    'medicines',
    'ask-custom-question-node',
    {
      questionText: 'Which medicines do you take? Name and dose are enough; write "none" if you take none.',
      answerVariable: 'medicines',
    },
    'has-allergies',
  ),
  step(
    'has-allergies',
    'yes-or-no-choice-node',
    { choicePrompt: 'Are you allergic to anything?', answerVariable: 'has_allergies' },
    { yes: 'allergies', no: 'no-allergies' },
  ),
  step(
    'allergies',
    'ask-custom-question-node',
    { questionText: 'To what, and what happens then?', answerVariable: 'allergies' },
    'phone',
  ),
  step('no-allergies', 'variable-node', { name: 'allergies', value: 'none' }, 'phone'),
  step(
    'phone',
    'ask-phone-number-node',
    {
      questionText: 'Under which number can we reach you if we have a question?',
      answerVariable: 'phone',
      incorrectPhoneNumberResponse: 'That is no phone number. One looks like +49 30 901820.',
    },
    'send',
  ),
  step(
    'send',
    'webhook-node',
    {
      url: 'https://practice.example.com/pre-visit-forms',
      method: 'POST',
      body: {
        name: '{{name}}',
        birthDate: '{{birth_date}}',
        symptoms: '{{symptoms}}',
        pain: '{{pain | default:"not asked"}}',
        since: '{{since}}',
        medicines: '{{medicines}}',
        allergies: '{{allergies}}',
        phone: '{{phone}}',
      },
      answerVariable: 'form',
      timeout: 10,
    },
    'is-sent',
  ),
  step('is-sent', 'condition-node', { leftValue: '{{form.id}}', operator: 'isNotEmpty' }, { 0: 'sent', 1: 'not-sent' }),
  step('sent', 'message-node', {
    text: 'Thank you, {{name}}. The team has your form before you come. Please bring your insurance card. If you feel worse before your visit, ring us or call the emergency services.',
  }),
  step('not-sent', 'message-node', {
    text: 'Sorry, the form did not reach the practice. Please ring us at +49 30 901820, or fill it in at the reception; come ten minutes earlier for that.',
  }),
]);
