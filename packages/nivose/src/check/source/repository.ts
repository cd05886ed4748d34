/** The sources of a fleet: what the rules that evaluate nothing look at. */

import type { FlakeInput } from "../../fleet/inputs/inputs.ts";
import { type LockFile, parseLockFile } from "../../fleet/inputs/lock-file.ts";
import type { SourceFile } from "./source-file.ts";

export interface Repository {
  /** The Nix files that Git knows or would add, by their names, in the order of these. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** All files that Git knows, or all that there are if it is no repository; and those that it would add. */
  readonly tracked: ReadonlySet<string>;
  readonly untracked: ReadonlySet<string>;
  readonly isGit: boolean;
  readonly flakes: readonly FlakeSource[];
  /** Any file by its name; nothing if it is not there, or cannot be read. */
  readonly read: (name: string) => Uint8Array | undefined;
  /** Whether there is a file or a folder of this name. */
  readonly exists: (name: string) => boolean;
  /** The name of a file that is given by its whole path; nothing if it is not in the repository. */
  readonly nameOf: (file: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface FlakeSource {
  /** Relative to the repository; empty for the top. */
  readonly folder: string;
  readonly file: SourceFile;
  readonly inputs: readonly FlakeInput[];
  readonly lock: LockFile | undefined;
}

/** The name of a file beside a flake. */
export function besideFlake({ folder }: Pick<FlakeSource, "folder">, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

export function lockOf(bytes: Uint8Array | undefined): LockFile | undefined {
  return bytes === undefined ? undefined : parseLockFile(bytes);
}
