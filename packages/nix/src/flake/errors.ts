import { fail } from "../eval/machine/machine.ts";
import { inStore } from "../eval/errors/store-errors.ts";
import { FlakeReferenceError } from "./reference/index.ts";

/** Errors of references and lock files as errors of evaluation. */
export function inFlake<Result>(action: () => Result): Result {
  try {
    return inStore(action);
  } catch (error) {
    if (error instanceof FlakeReferenceError) throw fail("eval", error.message);
    throw error;
  }
}
