/** What the catalogue writes in another way now, among the bindings of a file that has other things in it as well. */

import { Edit } from "@nivose/nix/syntax";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { provenance, provenancePattern } from "../../../services/provenance.ts";
import { isSettings, type Settings, type Value } from "../../../services/settings.ts";
import { bindings, nixOf } from "../../../services/written.ts";
import { edited, removeItem } from "../../edit/items.ts";
import { withArguments, withoutArguments } from "./arguments.ts";
import { define, type Defined, sameText, undefine } from "./define.ts";
import { optionAt } from "./module-body.ts";

export interface Rewritten {
  readonly name: string;
  readonly version: number;
  /** From the root, as the earlier version would say it here. */
  readonly before: Settings;
  readonly after: Settings;
}

/** Only what is different is touched. What its owner has changed since, and would be written in another way now, is in the way. */
export function rewritten(file: SourceFile, { name, version, before, after }: Rewritten): Defined {
  const done = changed(withArguments(file, bindings(after)), [], before, after);
  if (!done.ok) return done;
  const tidy = withoutArguments(done.file, bindings(before), true);
  const comment = provenancePattern(name).exec(Buffer.from(tidy.bytes).toString("latin1"));
  if (comment === null) return { ok: true, file: tidy };
  const range = { start: comment.index, end: comment.index + comment[0].length };
  return { ok: true, file: edited(tidy, [Edit.replace(range, provenance(name, version))], false) };
}

function changed(file: SourceFile, at: readonly string[], before: Settings, after: Settings): Defined {
  let current = file;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const next = oneChanged(current, [...at, name], before[name], after[name]);
    if (!next.ok) return next;
    current = next.file;
  }
  return { ok: true, file: current };
}

function oneChanged(
  file: SourceFile,
  option: readonly string[],
  before: Value | undefined,
  after: Value | undefined,
): Defined {
  if (JSON.stringify(before) === JSON.stringify(after)) return { ok: true, file };
  if (before === undefined) return define(file, option, after!);
  if (isSettings(before) && (after === undefined || isSettings(after)))
    return changed(file, option, before, after ?? {});
  if (Array.isArray(before) && (after === undefined || Array.isArray(after))) {
    const without = undefine(file, option, before);
    return after === undefined ? { ok: true, file: without } : define(without, option, after);
  }
  const found = optionAt(file, option);
  // whoever took it away has said that it is not wanted
  if (found === undefined) return { ok: true, file };
  const text = file.text(found.value);
  if (after !== undefined && sameText(text, nixOf(after))) return { ok: true, file };
  if (!sameText(text, nixOf(before))) return { ok: false, option, at: found.value };
  if (after === undefined) return { ok: true, file: removeItem(file, found.set, found.binding) };
  const range = file.tree.range(found.value);
  return { ok: true, file: edited(file, [Edit.replace(range, nixOf(after))]) };
}
