import type { TemplateKnowledge } from '../../knowledge.ts';

export const orderStatusKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Delivery', description: 'Times, carriers, tracking.', icon: '📦', color: '#b45309' },
    { name: 'Problems', description: 'Late, lost or damaged.', icon: '🆘', color: '#b91c1c' },
  ],
  articles: [
    {
      title: 'How long delivery takes',
      description: 'Days from the order to your door, by country and kind of delivery.',
      content: `We pack orders on working days. What is paid before 14:00 leaves the house the same day.

| To | Standard | Express |
| --- | --- | --- |
| Germany | 1 to 3 days | next working day |
| European Union | 3 to 6 days | 2 days |
| Switzerland, United Kingdom | 4 to 8 days | 3 days |

Large pieces come with a forwarder, who calls you to agree on a day; count on one to two weeks. If parts of an order are ready at different times, we wait for all of it unless it takes more than five days longer; then we send two parcels and you pay for one.

In the weeks before Christmas everything may take a day or two longer. The shop always shows the day that we expect before you pay.`,
      category: 'Delivery',
      seoKeywords: ['delivery time', 'shipping', 'express'],
      metaDescription: 'How long standard and express delivery take, by country, and when orders leave the house.',
    },
    {
      title: 'How to follow your parcel',
      description: 'Where to find the tracking number, and what its words mean.',
      content: `As soon as a parcel leaves us you get an e-mail with a tracking link. Until the carrier has scanned it, usually in the evening, the link says that there is no data; that is normal.

What the words mean:

- **Announced**: we told the carrier about the parcel, it is still in our house.
- **In transit**: it is on its way between two depots.
- **Out for delivery**: the driver has it today.
- **At the pick-up point**: nobody was at home; it waits there for seven days.
- **Returned**: the address was incomplete or nobody picked it up. It comes back to us, and we write to you.

You do not have the e-mail? Give this chat your order number and the e-mail address that you ordered with, and it shows you the link again.`,
      category: 'Delivery',
      seoKeywords: ['tracking', 'parcel', 'carrier'],
      metaDescription: 'Where your tracking link is, and what the carrier means by announced, in transit and returned.',
    },
    {
      title: 'My parcel is late, lost or damaged',
      description: 'What we do, how long it takes, and what you can choose.',
      content: `**Late.** If the expected day has passed, tell us in this chat. We ask the carrier the same day. Four out of five parcels turn up within two days of that.

**Delivered, but not there.** Please look at the usual places first: neighbours, garage, letter box with a note. If it is not there, tell us within seven days; the carrier has to show who signed for it.

**Damaged.** Take two photos, of the parcel and of what is broken, before you throw anything away. Send them to us; you need not send the broken piece back unless we ask you to.

In each case you choose: we send it again, or you get your money back. A refund is on its way within three working days. You never have to argue with the carrier yourself.`,
      category: 'Problems',
      seoKeywords: ['late parcel', 'lost parcel', 'damaged'],
      metaDescription:
        'What to do when a parcel is late, lost or damaged, and how you get it again or your money back.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
