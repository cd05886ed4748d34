/** Errors of the store layer as errors of evaluation. */

import { StoreError } from "../../store/error.ts";
import { fail } from "../machine/machine.ts";

export function inStore<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof StoreError) throw fail("eval", error.message);
    throw error;
  }
}
