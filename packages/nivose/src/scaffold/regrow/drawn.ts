/** The files that a preset draws for a fleet, those apart that are encrypted. Nix is formatted when it is looked at. */

import { lockFiles, rulesFile } from "../compose.ts";
import { formatText } from "../format-text.ts";
import type { DraftSecret, Preset } from "../preset.ts";
import type { Fleet } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";

export interface Drawn {
  readonly fleet: Fleet;
  readonly files: ReadonlyMap<string, DrawnFile>;
  readonly secrets: readonly DraftSecret[];
  readonly notes: readonly string[];
}

export interface DrawnFile {
  /** As it was filled in: two of the same draft are the same file. */
  readonly draft: string;
  readonly isProgram: boolean;
  /** As it is written. */
  readonly text: () => string;
}

export function drawnOf(preset: Preset, fleet: Fleet, templates: Templates): Drawn {
  const drawing = preset.draw(fleet, templates);
  const files = new Map<string, DrawnFile>();
  for (const { path, text: draft, isProgram = false } of drawing.files)
    files.set(path, { draft, isProgram, text: () => (path.endsWith(".nix") ? formatText(draft, path) : draft) });
  for (const [path, draft] of [...lockFiles(drawing, fleet), ...rulesFile(drawing, fleet)])
    files.set(path, { draft, isProgram: false, text: () => draft });
  return { fleet, files, secrets: fleet.secrets === undefined ? [] : drawing.secrets, notes: drawing.notes };
}
