import type { TemplateKnowledge } from '../../knowledge.ts';

export const courseQuizKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Lessons', description: 'What the quiz asks about.', icon: '📘', color: '#6b21a8' },
    { name: 'Certificate', description: 'How to get it and what it is worth.', icon: '🎓', color: '#334155' },
  ],
  articles: [
    {
      title: 'Lesson 1: passwords that hold',
      description: 'Long, by chance, and a different one everywhere.',
      content: `A good password has three qualities.

1. **It is long.** Each further sign makes guessing many times harder. Take 16 signs or more.
2. **It is made by chance.** Names, years and songs can be guessed, and so can an @ in place of an a.
3. **It is used once.** When one shop loses its passwords, thieves try them everywhere else.

## How to remember them

You need not. A password manager makes and keeps them, and you remember only one for it. For that one, take four or five words that have nothing to do with each other, drawn with dice or from a book.

## A second lock

Switch on the second step wherever there is one: a code from an app or a key that you plug in. Then a stolen password alone opens nothing.`,
      category: 'Lessons',
      seoKeywords: ['password', 'passphrase', 'password manager', 'two-factor'],
      metaDescription: 'What makes a password hard to guess, how to remember it, and why a second step helps.',
    },
    {
      title: 'Lesson 2: e-mails that want to trick you',
      description: 'How to see through them, and what to do.',
      content: `Such e-mails want you to act before you think. They have at least one of these signs:

- hurry: "today", "last warning", "your account will be closed"
- a link or an attachment that you did not ask for
- an address that only looks right, with one letter changed
- a request for a password, a code or a payment

## What to do

Do not click and do not reply. Open the website yourself, by typing its address or with your own bookmark, or ring the number on your last bill. If the message was true, you will find it there too.

## If it has happened

Change the password at once, from another device if you can. Tell your bank if money is involved, and your IT department if it was at work. Nobody will laugh: it happens to experts as well.`,
      category: 'Lessons',
      seoKeywords: ['phishing', 'e-mail', 'fraud', 'link'],
      metaDescription: 'The signs of e-mails that want to trick you, and what to do before and after a click.',
    },
    {
      title: 'Lesson 3: updates without worry',
      description: 'Why they matter and how to make them easy.',
      content: `Programs have mistakes, and some of them let strangers in. An update closes such holes. From the day it comes out everybody can read what it closes, so devices without it are easy prey.

## Make it easy

- Let your phone and computer update by themselves, at night.
- Update your browser and your router too. The router is often forgotten.
- Take a phone or a program out of use when its maker no longer looks after it.

## Before a large update

Make a copy of what matters to you: photos, letters, the data of your password manager. Then wait a day or two at most. Longer than that is a risk without a gain.`,
      category: 'Lessons',
      seoKeywords: ['update', 'security', 'router', 'backup'],
      metaDescription: 'Why updates matter, which devices people forget, and how to prepare a large update.',
    },
    {
      title: 'How to get the certificate',
      description: 'Two of three right answers, as many attempts as you like.',
      content: `You pass with two of three right answers. After each answer you read at once why it is right or not, so you learn on the way.

## Attempts

You can try as often as you like. The certificate says at which attempt you passed; no employer has ever asked for the first one.

## Your certificate

It comes by e-mail a few minutes after you pass, made out to the name that you gave at the start. If it does not come, look into the spam folder and then write to courses@example.com with the day of your quiz.

## What it is worth

It confirms that you took the quiz of this course. It is not a state examination, and it does not expire.`,
      category: 'Certificate',
      seoKeywords: ['certificate', 'pass', 'attempts', 'quiz'],
      metaDescription: 'How to pass the quiz, how often you may try, and how the certificate reaches you.',
    },
  ],
  ai: { enabled: false, mode: 'ai_first' },
};
