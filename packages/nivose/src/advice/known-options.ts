/** Which projects have an option, as far as the lists of their releases tell. */

import type { HostKind } from "../fleet/host.ts";

interface KnownNames {
  readonly [name: string]: KnownNames;
}

export async function kindsThatHave(option: readonly string[]): Promise<HostKind[]> {
  // it is large, and few failures ask for it
  const { default: outlines } = await import("../../../../data/option-names.json", { with: { type: "json" } });
  return (["nixos", "darwin", "home"] as const).filter((kind) => has(readOutline(outlines[kind]), option));
}

/** A name is a line, indented by one blank for each name above it. */
function readOutline(outline: string): KnownNames {
  const open: Record<string, KnownNames>[] = [{}];
  for (const line of outline.split("\n")) {
    const name = line.trimStart();
    const depth = line.length - name.length;
    const inner = {};
    open[depth]![name] = inner;
    open[depth + 1] = inner;
  }
  return open[0]!;
}

/** What is below an option is part of its value. */
function has(names: KnownNames, option: readonly string[]): boolean {
  let at = names;
  for (const name of option) {
    const inner = Object.keys(at);
    if (inner.length === 0) return true;
    const wild = inner.find((each) => each.startsWith("<") || each === "*");
    const next: KnownNames | undefined = Object.hasOwn(at, name) ? at[name] : wild === undefined ? undefined : at[wild];
    if (next === undefined) return false;
    at = next;
  }
  return true;
}
