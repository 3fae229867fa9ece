import type { TemplateKnowledge } from '../../knowledge.ts';

export const returnsAndExchangesKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Returns', description: 'What can come back, and how.', icon: '↩️', color: '#7c3aed' },
    { name: 'Refunds', description: 'When and how you get your money.', icon: '💳', color: '#047857' },
  ],
  articles: [
    {
      title: 'What you can return',
      description: 'Thirty days for nearly everything, and the few exceptions.',
      content: `You can send back nearly everything within **30 days** of the day on which it arrived. Try it as you would in a shop; signs of that are fine.

What we cannot take back:

- pieces that were made or cut to your measure,
- underwear, earrings and cosmetics once the seal is open,
- vouchers and downloads that were used.

Faulty goods are another matter: the law gives you two years, whatever this page says. Tell us what is wrong, best with a photo, and we repair it, send another one or give you your money back.

Is the original box gone? Any sturdy box will do. Please put the slip with your order number inside, so that we know whose parcel we are opening.`,
      category: 'Returns',
      seoKeywords: ['return policy', '30 days', 'exceptions'],
      metaDescription:
        'Nearly everything can come back within thirty days. Here are the exceptions, and the rules for faults.',
    },
    {
      title: 'How an exchange works',
      description: 'Another size or colour, without paying twice.',
      content: `An exchange costs you nothing extra, and we keep the other piece for you while your parcel is on its way.

1. **Tell us** in this chat what you want instead. We check at once whether it is there.
2. **Send the parcel** with our label within 14 days. The day on which you hand it in counts.
3. **We send the other piece** as soon as the carrier has scanned yours; we do not wait until it is back with us.

If the other piece is dearer, you get a link to pay the difference; if it is cheaper, the difference goes back the way you paid. Has the size that you want sold out, you choose between a refund and waiting for the next delivery. You can exchange the same order twice.`,
      category: 'Returns',
      seoKeywords: ['exchange', 'another size', 'another colour'],
      metaDescription:
        'Exchange a piece for another size or colour: we keep it for you and send it once yours is scanned.',
    },
    {
      title: 'When you get your money back',
      description: 'How long refunds take by way of payment, and who pays the postage.',
      content: `We check what comes back within two working days and send the refund the same day, always the way you paid.

- **Card**: three to five days until it shows on your statement.
- **Bank transfer**: one to two working days.
- **Online wallet**: usually within minutes.
- **Voucher**: as a new voucher, by e-mail.

**Postage.** If the fault is ours, because a piece is broken or not what you ordered, we pay both ways. If you changed your mind, the label costs what the shop says, and we deduct it from the refund.

You get an e-mail when your parcel arrives and another one when the money leaves us. If ten days pass without either, tell us the number on your receipt.`,
      category: 'Refunds',
      seoKeywords: ['refund', 'return postage', 'money back'],
      metaDescription: 'How long a refund takes by card, transfer or wallet, and who pays the postage of a return.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
