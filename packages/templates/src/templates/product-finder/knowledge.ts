import type { TemplateKnowledge } from '../../knowledge.ts';

export const productFinderKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Choosing', description: 'What to look for before you buy.', icon: '🎧', color: '#0f766e' },
    { name: 'Buying', description: 'Delivery, returns and warranty.', icon: '📦', color: '#334155' },
  ],
  articles: [
    {
      title: 'In the ear or around the ear?',
      description: 'How the two kinds of headphones differ in comfort, sound and hold.',
      content: `## In the ear

Small earphones sit in the ear canal. They are light, fit into a pocket and stay in place when you run. Try all sizes of the soft tips: the right size seals the ear, and the bass gets fuller. The Swift comes with four sizes.

## Around the ear

Cushions rest around the whole ear. Nothing presses on it, so most people wear them longer, and the larger battery lasts for days. The Heron is made for a whole day at the desk. The Tern is lighter and folds flat for a bag.

## If you wear glasses

Choose cushions of soft foam. Thin frames disturb the seal less than thick ones. You can try any model for 30 days and send it back for free.`,
      category: 'Choosing',
      seoKeywords: ['in-ear', 'over-ear', 'headphone fit', 'glasses'],
      metaDescription: 'In-ear or over-ear headphones: comfort, sound and hold compared in plain words.',
    },
    {
      title: 'What noise cancelling does, and what it does not',
      description: 'Which sounds disappear, and when to switch noise cancelling off.',
      content: `Noise cancelling listens to the sound around you with small microphones and plays the opposite of it. Steady, deep sounds almost disappear: an engine, a fan, the rumble of a train.

Voices and sudden sounds only get quieter. That is on purpose as well as physics, since you should still hear an announcement.

## When to switch it off

- in traffic, on foot and on a bicycle
- when the battery is low: it takes about a third of the power
- when a strong wind blows over the microphones

The Tern and the Heron cancel noise. Hold the left button for two seconds to switch it on or off, and press it twice to let voices through. The Swift has no noise cancelling, because runners need to hear cars.`,
      category: 'Choosing',
      seoKeywords: ['noise cancelling', 'ANC', 'train', 'safety'],
      metaDescription: 'Which sounds noise cancelling removes, which it leaves, and when to switch it off.',
    },
    {
      title: 'Returns and warranty',
      description: 'Thirty days to try, two years of warranty.',
      content: `## Thirty days to try

You can use your headphones for 30 days from delivery. If they are not right for you, open *My orders*, choose *Send back* and print the label. Sending back is free. We refund you within five working days of the parcel's arrival, by the way you paid.

Please send ear tips and cable too. Ear tips that were used are fine.

## Two years of warranty

If something breaks that should not break, we repair or replace it for two years from delivery. Write to us with your order number and one sentence about what is wrong. Drops and water damage are not covered, except for the Swift, which may get wet.

## Spare parts

Cushions, tips and batteries are sold as spare parts for seven years.`,
      category: 'Buying',
      seoKeywords: ['return', 'refund', 'warranty', 'spare parts'],
      metaDescription: 'How to send headphones back within 30 days, and what the two years of warranty cover.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
