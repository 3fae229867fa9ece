import { template } from '../../template.ts';
import { clinicPreVisitFormFlow } from './flow.ts';
import { clinicPreVisitFormKnowledge } from './knowledge.ts';

export const clinicPreVisitForm = template({
  slug: 'clinic-pre-visit-form',
  name: 'Clinic pre-visit form',
  category: 'healthcare',
  description:
    'Prepares a visit to a practice: asks for consent, complaints, medicines and allergies. Danger signs lead to the number of the emergency services. It never gives a diagnosis, and no AI answers.',
  goal: 'A complete form that reached the practice, with the consent of the patient.',
  flow: clinicPreVisitFormFlow,
  widget: {
    botName: 'Before your visit',
    enableTagline: true,
    tagline: 'In an emergency call 112, 999 or 911',
    headerBgColor: '#155e75',
    headerTextColor: '#ffffff',
    userMsgColor: '#155e75',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#ecfeff',
    optionBubbleTextColor: '#164e63',
    chatIconCtaText: 'Prepare your visit',
  },
  knowledge: clinicPreVisitFormKnowledge,
});
