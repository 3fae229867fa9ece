import type { ChatbotTemplate } from '@conferbot/chatbots/contract';
import type { TemplateScript } from './template-script.ts';
import { agencyLeadQualifierScripts } from './templates/agency-lead-qualifier/scripts.ts';
import { agencyLeadQualifier } from './templates/agency-lead-qualifier/template.ts';
import { appointmentBookingScripts } from './templates/appointment-booking/scripts.ts';
import { appointmentBooking } from './templates/appointment-booking/template.ts';
import { clinicPreVisitFormScripts } from './templates/clinic-pre-visit-form/scripts.ts';
import { clinicPreVisitForm } from './templates/clinic-pre-visit-form/template.ts';
import { courseQuizScripts } from './templates/course-quiz/scripts.ts';
import { courseQuiz } from './templates/course-quiz/template.ts';
import { csatAfterChatScripts } from './templates/csat-after-chat/scripts.ts';
import { csatAfterChat } from './templates/csat-after-chat/template.ts';
import { demoRequestScripts } from './templates/demo-request/scripts.ts';
import { demoRequest } from './templates/demo-request/template.ts';
import { eventRegistrationScripts } from './templates/event-registration/scripts.ts';
import { eventRegistration } from './templates/event-registration/template.ts';
import { helpDeskTriageScripts } from './templates/help-desk-triage/scripts.ts';
import { helpDeskTriage } from './templates/help-desk-triage/template.ts';
import { jobApplicationScreenerScripts } from './templates/job-application-screener/scripts.ts';
import { jobApplicationScreener } from './templates/job-application-screener/template.ts';
import { npsSurveyScripts } from './templates/nps-survey/scripts.ts';
import { npsSurvey } from './templates/nps-survey/template.ts';
import { orderStatusScripts } from './templates/order-status/scripts.ts';
import { orderStatus } from './templates/order-status/template.ts';
import { outOfHoursConciergeScripts } from './templates/out-of-hours-concierge/scripts.ts';
import { outOfHoursConcierge } from './templates/out-of-hours-concierge/template.ts';
import { planAndPriceEstimatorScripts } from './templates/plan-and-price-estimator/scripts.ts';
import { planAndPriceEstimator } from './templates/plan-and-price-estimator/template.ts';
import { productFinderScripts } from './templates/product-finder/scripts.ts';
import { productFinder } from './templates/product-finder/template.ts';
import { propertyEnquiryScripts } from './templates/property-enquiry/scripts.ts';
import { propertyEnquiry } from './templates/property-enquiry/template.ts';
import { restaurantTableScripts } from './templates/restaurant-table/scripts.ts';
import { restaurantTable } from './templates/restaurant-table/template.ts';
import { returnsAndExchangesScripts } from './templates/returns-and-exchanges/scripts.ts';
import { returnsAndExchanges } from './templates/returns-and-exchanges/template.ts';
import { trialOnboardingScripts } from './templates/trial-onboarding/scripts.ts';
import { trialOnboarding } from './templates/trial-onboarding/template.ts';

interface Entry {
  readonly template: ChatbotTemplate;
  readonly scripts: readonly TemplateScript[];
}

/** Every template with the conversations that it is held to. */
export const entries: readonly Entry[] = [
  { template: agencyLeadQualifier, scripts: agencyLeadQualifierScripts },
  { template: demoRequest, scripts: demoRequestScripts },
  { template: helpDeskTriage, scripts: helpDeskTriageScripts },
  { template: orderStatus, scripts: orderStatusScripts },
  { template: returnsAndExchanges, scripts: returnsAndExchangesScripts },
  { template: appointmentBooking, scripts: appointmentBookingScripts },
  { template: restaurantTable, scripts: restaurantTableScripts },
  { template: npsSurvey, scripts: npsSurveyScripts },
  { template: csatAfterChat, scripts: csatAfterChatScripts },
  { template: productFinder, scripts: productFinderScripts },
  { template: planAndPriceEstimator, scripts: planAndPriceEstimatorScripts },
  { template: trialOnboarding, scripts: trialOnboardingScripts },
  { template: jobApplicationScreener, scripts: jobApplicationScreenerScripts },
  { template: propertyEnquiry, scripts: propertyEnquiryScripts },
  { template: clinicPreVisitForm, scripts: clinicPreVisitFormScripts },
  { template: courseQuiz, scripts: courseQuizScripts },
  { template: eventRegistration, scripts: eventRegistrationScripts },
  { template: outOfHoursConcierge, scripts: outOfHoursConciergeScripts },
];
