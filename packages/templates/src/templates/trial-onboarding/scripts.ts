import type { TemplateScript } from '../../template-script.ts';

export const trialOnboardingScripts: readonly TemplateScript[] = [
  {
    name: 'A new user does all three steps, looks one of them up, and needs no help.',
    script: {
      inputs: [
        { text: 'Ada' },
        { choiceId: 'lead' },
        { choiceId: 'view' },
        { choiceId: 'how' },
        { choiceId: 'done' },
        { choiceId: 'done' },
        { choiceId: 'done' },
        { choiceId: 'no' },
      ],
    },
    ends: 'completed',
    answers: {
      name: 'Ada',
      role: 'I lead it',
      goal: 'A better overview',
      steps_done: 3,
      step_publish: 'Done',
      wants_help: 'No, I am fine',
    },
  },
  {
    name: 'A user who comes back goes on at the second step, leaves the rest for later, and rates the help of a person.',
    script: {
      trigger: { session: { page: 'https://app.example.com/start?resume=invite' } },
      inputs: [
        { text: 'what is this?' },
        { text: 'Later' },
        { text: '3' },
        { choiceId: 'yes' },
        { event: 'agent_joined' },
        { event: 'handback' },
        { text: 'ten' },
        { value: 4 },
      ],
    },
    ends: 'completed',
    answers: { steps_done: 1, step_invite: 'Later', step_publish: 'Later', wants_help: 'Yes, please', help_rating: 4 },
  },
];
