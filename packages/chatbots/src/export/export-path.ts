/** Answers whole documents, which tools must cut. */
export const exportPath = '/api/v1/external/v1/chatbots/{chatbotId}/export';
