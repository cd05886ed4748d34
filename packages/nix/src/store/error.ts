/** How the store layer refuses: by throwing a message as data. */

import type { Message } from "../message.ts";

/** `problem.text` is what Nix says after `error:`, as bytes (one character each) like every text of this layer. */
export class StoreError extends Error {
  readonly problem: Message;

  constructor(problem: Message, options?: ErrorOptions) {
    super(problem.text, options);
    this.name = "StoreError";
    this.problem = problem;
  }
}
