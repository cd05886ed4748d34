/** State versions that change with the release. */

import { Node, type Ref, type Tree, view } from "@nivose/nix/syntax";
import type { FileRule } from "../rule.ts";

export const rule: FileRule = {
  code: "computed-state-version",
  family: "fleet",
  level: "warning",
  class: "heuristic",
  reads: "file",
  title: "A state version that follows the release",
  explain:
    "`stateVersion` says with which release a machine was installed, so that services go on reading the data that they wrote then. Taken " +
    "from the release itself, it changes with every upgrade: PostgreSQL looks for its data in a new folder, a user's number changes, and " +
    "nothing converts what is there. Write the release of the installation as text, and never change it. " +
    "An image that is written anew each time has no state, so files whose names say that they are of one are left alone, and the finding is `heuristic`.",
  example: {
    bad: "{ config, ... }:\n{\n  system.stateVersion = config.system.nixos.release;\n}\n",
    good: "{\n  services.openssh.enable = true;\n}\n",
  },
  *check(file) {
    const text = Buffer.from(file.bytes).toString("latin1");
    if (!text.includes("stateVersion") || ofImage.test(file.name) || aboutImage.test(text)) return;
    const { tree } = file;
    for (const ref of file.nodes(Node.Binding)) {
      const binding = view(tree, ref);
      if (binding.kind !== "binding" || !isStateVersion(tree, binding.attrPath)) continue;
      const release = releaseIn(tree, binding.value);
      if (release === undefined) continue;
      yield {
        text: `the state version is '${file.text(release)}', which changes with every upgrade`,
        at: file.at(release),
        hint: 'write the release that the machine was installed with, such as "24.11"',
      };
    }
  },
};

/** Installers, live systems, machines of tests: they are gone before the next release. */
const ofImage =
  /(?:^|[/_.-])(?:iso|image|images|installer|install|live|netboot|kexec|nspawn|vm|vms|test|tests|check|checks|bootstrap|minimal|rescue)(?:[/_.-]|$)/u;

const aboutImage = /\bis-?iso|isoImage|installation-cd|netboot|sdImage/iu;

function isStateVersion(tree: Tree, attrPath: Ref): boolean {
  const node = view(tree, attrPath);
  return node.kind === "attr-path" && tree.text(node.names.at(-1)!) === "stateVersion";
}

/** `config.system.nixos.release`, `lib.trivial.release`, also within a call such as `mkDefault`. */
function releaseIn(tree: Tree, ref: Ref): Ref | undefined {
  const node = view(tree, ref);
  if (node.kind === "paren") return releaseIn(tree, node.expression);
  if (node.kind === "apply") return releaseIn(tree, node.arguments.at(-1)!);
  return /(?:^|\.)(?:system\.nixos\.release|trivial\.release|lib\.version|config\.system\.nixos\.version|darwin\.release)$/u.test(
    tree.text(ref),
  )
    ? ref
    : undefined;
}
