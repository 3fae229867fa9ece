import type { TemplateKnowledge } from '../../knowledge.ts';

export const clinicPreVisitFormKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Your visit', description: 'Before you come, and when you are here.', icon: '🩺', color: '#155e75' },
    { name: 'Urgent', description: 'Where to call when it cannot wait.', icon: '☎️', color: '#991b1b' },
  ],
  articles: [
    {
      title: 'When to call the emergency services',
      description: 'Signs with which you call at once, and what to say on the phone.',
      content: `Call the emergency services at once, and do not write to us, if you or somebody beside you has

- pain or pressure in the chest
- trouble breathing
- a face that hangs on one side, a weak arm, or trouble speaking
- bleeding that does not stop
- a severe allergic reaction
- lost consciousness
- thoughts of ending their life

The number is **112** in Europe, **999** in the UK, **911** in the USA and Canada. Calls are free, and you cannot call too early.

## On the phone

Say where you are, what happened, and how many people need help. Answer the questions, and hang up only when they say so.

This list is not complete. If you are unsure, call.`,
      category: 'Urgent',
      seoKeywords: ['emergency', '112', '911', '999', 'call'],
      metaDescription: 'With which signs to call the emergency services at once, and what to say on the phone.',
    },
    {
      title: 'What to bring to your visit',
      description: 'Papers and other things that save time.',
      content: `Please come five minutes before your appointment. Bring

- your insurance card, and an identity card on your first visit
- a list of the medicines that you take, or their packages
- letters and results from other doctors that have to do with your visit
- your vaccination record, if you come for a vaccination

## Blood tests

For most blood tests you should not have eaten for eight hours. Water is fine. Take your medicines as always, unless we told you something else.

## Children and company

Children under 16 come with a parent or with a letter from one. You may always bring somebody with you, also into the consulting room.

## Getting in

The entrance has no steps. A lift goes to our floor, and the car park has two wide places beside the door.`,
      category: 'Your visit',
      seoKeywords: ['bring', 'insurance card', 'blood test', 'wheelchair'],
      metaDescription: 'What to bring to your visit, when to come without breakfast, and how to get in.',
    },
    {
      title: 'Move or cancel an appointment',
      description: 'Until when, and how.',
      content: `You can move or cancel an appointment until 24 hours before. Ring us or use the link in the e-mail that confirmed it. Somebody else will be glad of the time.

## If you are late

Ring us from the way. Up to ten minutes we can often make up for. After that we may have to look for another time, so that others need not wait.

## If you have a fever or a cough

Please ring before you come. We give you a time at the end of the consulting hours, so that you do not meet people for whom an infection is dangerous.

## If you did not come

The first time we only write to you. From the second time on we may charge for the time that was kept for you.`,
      category: 'Your visit',
      seoKeywords: ['appointment', 'cancel', 'late', 'move'],
      metaDescription: 'How to move or cancel an appointment, and what to do if you are late or have a fever.',
    },
    {
      title: 'What happens to your answers',
      description: 'Who reads this form, where it is kept, and what your rights are.',
      content: `Your answers go to our practice through an encrypted connection. Only people of the practice team read them, and all of them are bound to secrecy.

They become part of your patient file. The law says how long we have to keep that file, in most countries at least ten years after the last treatment. We do not use your answers for advertising, and we sell nothing.

## Your rights

You can ask what we have about you, have mistakes corrected, and get a copy. You can take your consent back at any time; what was done before stays lawful. Write to privacy@example.com or ask at the reception.

## Without this form

You need not use it. You get the same questions on paper at the reception, with no disadvantage.`,
      category: 'Your visit',
      seoKeywords: ['privacy', 'health data', 'consent', 'patient file'],
      metaDescription: 'Who reads your answers, how long they are kept, and which rights you have.',
    },
  ],
  ai: { enabled: false, mode: 'human_only' },
};
