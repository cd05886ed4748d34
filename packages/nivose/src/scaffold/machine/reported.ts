/**
 * Kernel modules as a report of nixos-facter names them: all that is left of one in the files of a host is the list of them. Whether it was
 * changed nobody can tell, but what has more in it than is drawn without a report is somebody's work.
 */

import { literalString, Node, type Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { itemsOf } from "../edit/items.ts";
import type { GivenFile } from "../site/host-request.ts";

/** The lists that may be those of a report. */
export function reportedIn(files: readonly SourceFile[]): readonly (readonly string[])[] {
  return files.flatMap((file) => file.nodes(Node.Binding).flatMap((binding) => namesAt(file, binding) ?? []));
}

/** A report that has no more to say. */
export function reportOf(modules: readonly string[]): GivenFile {
  const report = { hardware: { disk: [{ driver_modules: modules }] } };
  return { name: "facter.json", bytes: new TextEncoder().encode(JSON.stringify(report)) };
}

/** Whether a list is the one that is drawn, with more in it. */
export function isGrownFrom(drawn: readonly string[], modules: readonly string[]): boolean {
  return drawn.length > 0 && drawn.every((name) => modules.includes(name));
}

function namesAt(file: SourceFile, binding: Ref): readonly (readonly string[])[] | undefined {
  const { tree } = file;
  const [path, value] = [tree.child(binding, 0), tree.child(binding, 1)];
  if (!/\bavailableKernelModules$/u.test(file.text(path)) || tree.kind(value) !== Node.List) return undefined;
  const names = itemsOf(tree, value).map((item) => literalString(tree, item));
  return names.every((name) => name !== undefined) ? [names] : undefined;
}
