import type { Message } from "../message.ts";

/** Why something was not fetched. It has no cause: what was on the way may have a token in it. */
export class FetchError extends Error {
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.text);
    this.name = "FetchError";
    this.problem = problem;
  }
}
