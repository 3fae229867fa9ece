/** What templates are sorted into. */
export const categories = [
  { id: 'lead-generation', name: 'Lead generation' },
  { id: 'customer-support', name: 'Customer support' },
  { id: 'booking', name: 'Booking & scheduling' },
  { id: 'surveys', name: 'Surveys & feedback' },
  { id: 'e-commerce', name: 'E-commerce' },
  { id: 'onboarding-hr', name: 'Onboarding & HR' },
  { id: 'real-estate', name: 'Real estate' },
  { id: 'healthcare', name: 'Healthcare & wellbeing' },
  { id: 'education', name: 'Education' },
  { id: 'events', name: 'Events & community' },
] as const;

export type TemplateCategoryId = (typeof categories)[number]['id'];
