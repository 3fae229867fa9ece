/** What the concierge answers from. */
export const shopKnowledge = [
  {
    title: 'How long does delivery take?',
    description: 'Furniture is built to order and delivered within six weeks.',
    content: `We build every piece to order. **Delivery takes six weeks** from the day you order; a sofa can take eight.

## On the day

Two people carry it to the room of your choice and take the packaging back. We call you two days before to agree on a time between 8 and 18 o'clock.

## What it costs

Delivery is free from 800 €. Below that it costs 49 €, on islands 89 €.`,
  },
  {
    title: 'How do I send something back?',
    description: 'Unused furniture can be returned within 30 days.',
    content: `You can return anything **within 30 days**, unused and with its fittings. Write to us with your order number; we collect it free of charge.

## When do I get my money?

We refund you within a week of the collection, to the card or account that you paid with.

Furniture that was made to your own measurements cannot be returned, unless something is wrong with it.`,
  },
  {
    title: 'How do I care for oiled oak?',
    description: 'Wipe it with a damp cloth, and oil it once a year.',
    content: `Wipe oiled oak with a damp cloth and dry it at once. Do not use glass cleaner or microfibre.

## Stains

Red wine and coffee: rub gently along the grain with fine sandpaper (240), then oil the place.

## Oiling

Oil the table **once a year** with the hard-wax oil that came with it: a thin coat, wait ten minutes, wipe off what is left, and let it dry overnight.`,
  },
  {
    title: 'How long is the warranty?',
    description: 'Five years on everything, ten on solid-wood frames.',
    content: `We give **five years of warranty** on everything that we make, and ten years on frames of solid wood. It covers faults of material and work, not scratches and stains.

To make a claim, open the chatbot "Warranty claims" or write to us with a photo and your order number.`,
  },
];
