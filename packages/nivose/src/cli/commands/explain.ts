import type { Verb } from "../verb.ts";

export const explain: Verb = {
  brief: "Explain a message: what it means, why it is so, what to do",
  description: ["Every message ends with its code in brackets. Without a code, this lists all of them."],
  examples: [
    { command: "nivose explain unexpected-token", does: "Explains a message that ends with [unexpected-token]" },
    { command: "nivose explain", does: "Lists all messages" },
  ],
  flags: { json: { kind: "switch", brief: "Print JSON" } },
  arguments: {
    placeholder: "CODE",
    brief: "The code of a message",
    least: 0,
    most: 1,
    completes: async () => {
      const { catalogue } = await import("../catalogue.ts");
      return [...catalogue].map(([word, { title }]) => ({ word, brief: title }));
    },
  },
  load: () => import("../run/explain.ts"),
};
