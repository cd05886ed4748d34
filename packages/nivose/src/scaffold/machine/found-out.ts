/** What was found out on a machine, as far as a spec and the files of a machine can say it. */

import type { SourceFile } from "../../check/source/source-file.ts";

export interface FoundOut {
  readonly system?: string;
  /** Which of the kinds of hardware that presets know fits. */
  readonly hardware?: string;
  /** The module, if it is one. */
  readonly module?: SourceFile;
  readonly hasFileSystems: boolean;
  /** What the kernel needs before the root is there. */
  readonly kernelModules?: readonly string[];
}
