/** Changes of files: plans of edits, their preview, and the one way to apply and to undo them. */

export { applyPlan, type ApplyOptions } from "./apply.ts";
export type { ChangeContext } from "./context.ts";
export type { Effect, PathEffect } from "./effect.ts";
export { effectOf } from "./effect-of-plan.ts";
export { fingerprintOfFile, fingerprintOfLink, type Fingerprint } from "./fingerprint.ts";
export { deleteFolder, moveFolder } from "./folder.ts";
export { unsavedProblems } from "./guard.ts";
export { createdByLast, foldersWithChanges, history, HISTORY_LENGTH, type HistoryEntry } from "./history.ts";
export { mergePlans } from "./merge.ts";
export type { Outcome } from "./outcome.ts";
export {
  createFile,
  createLink,
  deleteFile,
  editFile,
  FILE_MODE,
  moveFile,
  PROGRAM_MODE,
  type Change,
  type Plan,
} from "./plan.ts";
export { PLAN_VERSION, planFromJson, planToJson } from "./plan-json.ts";
export { describeCounts, patchBytes, patchText, previewEffect, type Counts, type Preview } from "./preview.ts";
export { ChangeRefused, type ChangeProblem, type Checked } from "./problem.ts";
export { systemProcesses, type Processes } from "./processes.ts";
export { needsRecovery, recover, type Recovery } from "./recover.ts";
export { repositoryAround, type Repository } from "./repository.ts";
export { stateFolderOf } from "./state-folder.ts";
export { undoLast, type UndoOptions } from "./undo.ts";
