/** What ends an evaluation that is not wrong by itself: it takes too much, too long, or is not wanted any more. */

import { type Message, messageBuilders, type MessageDefinitions } from "../../message.ts";

export const limitMessageDefinitions = {
  "memory-limit": {
    kind: "limit",
    title: "An evaluation that needs too much memory",
    explain:
      "All values of an evaluation are kept until it ends, in two gigabytes at most, and their texts in four more; a single " +
      "text has at most half a gigabyte. A whole NixOS system takes a third of a gigabyte, so what needs more is most often " +
      "a list, a text or a recursion without an end. Of addresses the parser takes ten gigabytes and the evaluator as many " +
      "more, most of which they never touch; where a shell or a service limits them (`ulimit -v`), they cannot begin.",
    text: () => "out of memory",
    hint: () =>
      "look for a list, a text or a recursion that grows without an end, or for a limit of addresses (`ulimit -v`)",
  },
  "no-webassembly": {
    kind: "limit",
    title: "A Node that runs no WebAssembly",
    explain:
      "The parser and the core of the evaluator are compiled to WebAssembly, and `node --jitless`, which may also stand in " +
      "`NODE_OPTIONS`, runs none. Whatever reads no file of Nix works all the same.",
    text: () => "this Node runs no WebAssembly, of which the parser and the evaluator are made",
    hint: () => "leave out `--jitless`; it may be in NODE_OPTIONS",
  },
  "time-limit": {
    kind: "mistake",
    title: "An evaluation that takes too long",
    explain: "The evaluation was given so much time (`--timeout`), and was not done when it was over.",
    text: (seconds: string) => `the evaluation took longer than ${seconds} s`,
  },
  "evaluator-died": {
    kind: "limit",
    title: "An evaluation whose process died",
    explain:
      "Several evaluations at once happen in processes of their own. One of them was ended by the system or by somebody, and " +
      "so was the one that tried again. The system does that to a process when memory runs out: see what else is running.",
    text: (how: string) => `the process of the evaluation died twice (${how})`,
  },
} satisfies MessageDefinitions;

export const limitMessages = messageBuilders(limitMessageDefinitions);

export interface LimitFailure {
  readonly kind: "limit" | "interrupted";
  readonly text: string;
  readonly trace: readonly [];
  readonly files: readonly [];
  readonly copies: Readonly<Record<string, never>>;
  readonly message: Message;
}

/** The failure of an evaluation that reached a limit: at which place of the expression, says nothing. */
export function limitFailure(message: Message): LimitFailure {
  return {
    kind: message.kind === "limit" ? "limit" : "interrupted",
    text: message.text,
    trace: [],
    files: [],
    copies: {},
    message,
  };
}
