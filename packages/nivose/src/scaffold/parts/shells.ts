/** Development shells that presets share. */

import type { Draft } from "../draft.ts";
import type { Fleet } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";

export const shellNames = ["python", "node", "go", "rust", "nix", "kubernetes", "terraform"] as const;

/** A file for each shell: a function for `callPackage`. */
export function shellFiles({ shells, release }: Fleet, folder: string, templates: Templates): Draft[] {
  return shells.map((shell) => ({
    path: `${folder}/${shell}.nix`,
    text: templates.fill(`shared/shells/${shell}.nix`, { nixfmt: formatterOf(release) }),
  }));
}

/** The package of the formatter of RFC 166: before 25.11, `nixfmt` was another one. */
export function formatterOf(release: string): string {
  return release < "25.11" ? "nixfmt-rfc-style" : "nixfmt";
}
