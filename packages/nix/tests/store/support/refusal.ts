import { StoreError } from "../../../src/store/error.ts";

/** What the store layer says when it refuses something, or nothing where it does not. */
export function refusalOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return error.problem.text;
    throw error;
  }
}
