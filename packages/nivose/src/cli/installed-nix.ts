/** The Nix that is installed, if there is one: it builds what an expression reads. */

import { accessSync, constants } from "node:fs";
import path from "node:path";

export interface InstalledNix {
  readonly nixStore: readonly string[];
  readonly storePlace?: string;
  readonly ownsStore: boolean;
}

/** Found by `PATH`; `NIX_REMOTE` may say that its store has another root. */
export function installedNix(environment: Readonly<Record<string, string | undefined>>): InstalledNix {
  const program = programIn(environment["PATH"] ?? "");
  const root = rootOf(environment["NIX_REMOTE"] ?? "");
  return {
    nixStore: program === undefined ? [] : [program],
    ownsStore: mayWriteStore(),
    ...(root === undefined ? {} : { storePlace: path.join(root, "nix/store") }),
  };
}

/** Root writes into the store, and so does whoever has installed Nix alone; everybody else asks a daemon. */
function mayWriteStore(): boolean {
  if (process.getuid?.() === 0) return true;
  try {
    accessSync("/nix/var/nix", constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function programIn(folders: string): string | undefined {
  const candidates = folders.split(":").map((folder) => path.join(folder, "nix-store"));
  return candidates.find((file) => path.isAbsolute(file) && isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `local?root=/mnt`, or the root alone. */
function rootOf(remote: string): string | undefined {
  if (remote.startsWith("/")) return remote;
  const [store, parameters = ""] = remote.split("?", 2);
  return store === "local" ? (new URLSearchParams(parameters).get("root") ?? undefined) : undefined;
}
