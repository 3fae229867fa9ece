import { z } from 'zod';
import type { NodeCall } from '../../engine/node-call.ts';
import { leave, type ResumeEvent, type Step } from '../../engine/step.ts';
import { isJsonObject, type Json, type JsonObject } from '../../values/json.ts';
import { askSurveyQuestion, takeSurveyAnswer } from '../ask-survey.ts';
import { flag, spoken } from '../fields.ts';
import { limitFindings, within } from '../limit-findings.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { askQuestion, questionList, questionTexts, questionWrites, takeAnswer } from '../question-list.ts';
import { scalarNumber } from '../scalars.ts';
import { survey, surveyTexts, surveyWrites } from '../survey.ts';

const minutes = [0.1, 1_440] as const;
const people = z.array(z.unknown()).max(500).default([]);

const handover = z.looseObject({
  handoverMessage: z.string().max(10_000).default('').describe('Said while a person is called.'),
  fallbackMessage: z.string().max(10_000).default('').describe('Said when nobody comes.'),
  maxWaitTime: scalarNumber(5).describe('Minutes that the visitor waits for a person, 0.1 to 1440.'),
  priority: z.string().max(100).default('normal').describe('low, normal, high or urgent.'),
  assignmentType: z
    .string()
    .max(100)
    .default('auto')
    .describe('How a person is found: auto, or one of assignedAgents.'),
  agentAssignmentStrategy: z.string().max(100).optional().describe('How one of several people is picked.'),
  assignedAgents: people.describe('People who are asked.'),
  assignedAIAgents: people.describe('AI agents that are asked.'),
  enablePreChatQuestions: flag(false).describe('Asks preChatQuestions first.'),
  preChatQuestions: questionList.default([]).describe('Asked one by one before a person is called.'),
  enablePostChatSurvey: flag(false).describe('Asks postChatSurveyQuestions when the person is done.'),
  postChatSurveyTitle: z.string().max(10_000).default('').describe('Said before the survey.'),
  postChatSurveyDescription: z.string().max(10_000).default('').describe('Said below its title.'),
  postChatSurveyQuestions: survey.default([]).describe('Asked one by one when the person is done.'),
});

type Handover = z.infer<typeof handover>;

export const humanHandoverNode = defineNodeType({
  type: 'human-handover-node',
  group: 'special',
  title: 'Talk to a person',
  summary: 'Calls a person into the conversation, after a few questions if wanted, and asks how it was.',
  data: handover,
  example: {
    handoverMessage: 'One moment, I am getting a colleague.',
    fallbackMessage: 'Nobody is free right now. We will write to {{email}}.',
    maxWaitTime: 3,
    enablePreChatQuestions: true,
    preChatQuestions: [{ id: 'q1', questionText: 'Your e-mail, in case we get cut off?', answerVariable: 'email' }],
    enablePostChatSurvey: true,
    postChatSurveyTitle: 'How was it?',
    postChatSurveyQuestions: [{ id: 'csat', questionText: 'How happy are you with our help?', type: 'rating' }],
  },
  handles: onlyDefault,
  texts: data => [
    ...questionTexts(preChatOf(data), '/preChatQuestions'),
    ...spoken('/handoverMessage', data.handoverMessage),
    ...spoken('/fallbackMessage', data.fallbackMessage),
    ...(surveyOf(data).length === 0
      ? []
      : [
          ...spoken('/postChatSurveyTitle', data.postChatSurveyTitle),
          ...spoken('/postChatSurveyDescription', data.postChatSurveyDescription),
        ]),
    ...surveyTexts(surveyOf(data), '/postChatSurveyQuestions'),
  ],
  writes: (data, nodeId) => [
    ...questionWrites(preChatOf(data), '/preChatQuestions', nodeId),
    ...surveyWrites(surveyOf(data), '/postChatSurveyQuestions', nodeId),
  ],
  waits: () => true,
  check: (data, nodeId) => limitFindings(data.maxWaitTime, minutes, { field: 'maxWaitTime', unit: 'minutes', nodeId }),
  enter: (data, call) => askBefore(data, 0, call),
  resume(data, call, event) {
    const { phase, index } = phaseOf(call.step);
    if (phase === 'before' && event.kind === 'reply') {
      return takeAnswer(preChatOf(data), index, call, event.reply) ?? askBefore(data, index + 1, call);
    }
    return phase === 'after' ? takeSurvey(data, index, call, event) : afterWait(data, call, event);
  },
});

function askBefore(data: Handover, index: number, call: NodeCall): Step {
  return askQuestion(preChatOf(data), index, call, { phase: 'before', index }) ?? callPerson(data, call);
}

function callPerson(data: Handover, call: NodeCall): Step {
  say(data.handoverMessage, call);
  const until = call.now + Math.round(within(data.maxWaitTime, ...minutes) * 60_000);
  call.effect({ kind: 'handover', reason: 'node', priority: data.priority, assignment: assignmentOf(data), until });
  return { do: 'wait-for-human', until, step: { phase: 'wait', index: 0 } };
}

function assignmentOf(data: Handover): JsonObject {
  return {
    assignmentType: data.assignmentType,
    ...(data.agentAssignmentStrategy !== undefined && { agentAssignmentStrategy: data.agentAssignmentStrategy }),
    assignedAgents: data.assignedAgents as Json[],
    assignedAIAgents: data.assignedAIAgents as Json[],
  };
}

function afterWait(data: Handover, call: NodeCall, event: ResumeEvent): Step {
  if (event.kind !== 'handback') {
    say(data.fallbackMessage, call);
    return leave();
  }
  if (surveyOf(data).length > 0) {
    say(data.postChatSurveyTitle, call);
    say(data.postChatSurveyDescription, call);
  }
  return askAfter(data, 0, call);
}

function takeSurvey(data: Handover, index: number, call: NodeCall, event: ResumeEvent): Step {
  const question = surveyOf(data)[index];
  if (question === undefined || event.kind !== 'reply') return leave();
  return takeSurveyAnswer(question, index, call, event.reply) ?? askAfter(data, index + 1, call);
}

function askAfter(data: Handover, index: number, call: NodeCall): Step {
  const question = surveyOf(data)[index];
  return question === undefined ? leave() : askSurveyQuestion(question, call, { phase: 'after', index });
}

function preChatOf(data: Handover): Handover['preChatQuestions'] {
  return data.enablePreChatQuestions ? data.preChatQuestions : [];
}

function surveyOf(data: Handover): Handover['postChatSurveyQuestions'] {
  return data.enablePostChatSurvey ? data.postChatSurveyQuestions : [];
}

function phaseOf(step: Json): { readonly phase: Json; readonly index: number } {
  const { phase = null, index } = isJsonObject(step) ? step : {};
  return { phase, index: typeof index === 'number' ? index : 0 };
}

function say(written: string, call: NodeCall): void {
  const text = call.render(written);
  if (text !== '') call.say({ type: 'text', text });
}
