import { template } from '../../template.ts';
import { courseQuizFlow } from './flow.ts';
import { courseQuizKnowledge } from './knowledge.ts';

export const courseQuiz = template({
  slug: 'course-quiz',
  name: 'Course quiz with scoring',
  category: 'education',
  description:
    'Three questions with feedback for each answer, a score, another try for those who fail, and a certificate by e-mail for those who pass.',
  goal: 'A learner who passes and gets the certificate.',
  flow: courseQuizFlow,
  widget: {
    botName: 'Course quiz',
    enableTagline: true,
    tagline: 'Three questions, one certificate',
    headerBgColor: '#6b21a8',
    headerTextColor: '#ffffff',
    userMsgColor: '#6b21a8',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#faf5ff',
    optionBubbleTextColor: '#6b21a8',
    chatIconCtaText: 'Take the quiz',
  },
  knowledge: courseQuizKnowledge,
});
