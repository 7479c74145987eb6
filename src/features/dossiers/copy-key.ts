/** Names the copy a device keeps of what waits to be saved: one per person, dossier and step. */
export const copyKey = (agentId: string, number: string, step: string) =>
  `guichet:${agentId}:${number}:${step}`;
