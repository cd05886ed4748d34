/** What answers of an evaluation depend on, and whether that is still so. Needs no evaluator. */

export { TraceChecker } from "./check.ts";
export { filteredFile, filteredOf } from "./filters.ts";
export type { Read, SourceTrace, Trace, WholeSource } from "./trace.ts";
export { hashPartOf } from "../store/store-path.ts";
