/** Arguments of `create_chatbot` for the nth chatbot; lengths as people write them. */
export function sampleChatbot(n: number): { name: string; description: string } {
  return {
    name: `Support bot ${n}`,
    description: `Answers questions about orders, deliveries and returns for shop ${n}, and hands over to a person.`,
  };
}
