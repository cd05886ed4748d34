import type { Verb } from "../verb.ts";

export const explain: Verb = {
  brief: "Explain a message: what it means, why it is so, what to do",
  description: [
    "Every message and every finding of `check` ends with its code in brackets. Without a code, this lists all of them.",
  ],
  examples: [
    { command: "nivose explain unexpected-token", does: "Explains a message that ends with [unexpected-token]" },
    { command: "nivose explain", does: "Lists all messages" },
  ],
  flags: { json: { kind: "switch", brief: "Print JSON" } },
  arguments: {
    placeholder: "CODE",
    brief: "The code of a message or a rule",
    least: 0,
    most: 1,
    completes: async () => {
      const { catalogue } = await import("../catalogue.ts");
      const { rules } = await import("../../check/rules/index.ts");
      const ofRules = rules.map(({ code: word, title }) => ({ word, brief: title }));
      return [...[...catalogue].map(([word, { title }]) => ({ word, brief: title })), ...ofRules];
    },
  },
  load: () => import("../run/explain.ts"),
};
