import type { Verb } from "../verb.ts";

export const shells = ["bash", "zsh", "fish"] as const;

export const completion: Verb = {
  brief: "Print the script that teaches a shell to complete nivose's words",
  description: [
    "For bash, put the first example's line into ~/.bashrc; for zsh, the second one's into ~/.zshrc, after compinit; for " +
      "fish, run the third one once.",
  ],
  examples: [
    { command: 'eval "$(nivose completion bash)"', does: "Completion for bash" },
    { command: 'eval "$(nivose completion zsh)"', does: "Completion for zsh" },
    {
      command: "nivose completion fish > ~/.config/fish/completions/nivose.fish",
      does: "Completion for fish",
    },
  ],
  flags: {},
  arguments: {
    placeholder: shells.join("|"),
    brief: "The shell",
    least: 1,
    most: 1,
    completes: () => shells.map((word) => ({ word })),
    words: shells,
  },
  load: () => import("../run/completion.ts"),
};
