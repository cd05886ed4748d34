/** What a host, or the person of a home, is called where it is made: often otherwise than the flake calls it. */

import { Edit, Node, type Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { type Binding, bindingsOf } from "../../schema/definitions.ts";
import { nixString } from "../nix.ts";
import type { HostKind } from "../spec/fleet-spec.ts";
import { literalName } from "./places.ts";
import { type Renaming, renamedText } from "./renaming.ts";

/** `host.name` and `hostName` of a `let`, which are another name than `name`: those of the new host. */
export function ownNames(
  file: SourceFile,
  kind: HostKind,
  name: string,
  renamings: readonly Renaming[],
): readonly Edit.Splice[] {
  const to = renamings[0]?.to ?? name;
  const [person, machine = to] = to.split("@") as [string, string?];
  return file
    .nodes(Node.Let)
    .flatMap((ref) => leaves(file, boundBy(file, ref)))
    .flatMap(({ path, value }) => {
      const option = path.join(".");
      const now = kind === "home" && ofPerson.test(option) ? person : ofHost.test(option) ? machine : undefined;
      const text = literalName(file.tree, value);
      if (now === undefined || text === undefined || file.tree.kind(value) !== Node.String) return [];
      return renamedText(text, renamings) === text ? [Edit.replace(file.tree.range(value), nixString(now))] : [];
    });
}

const ofHost = /^(?:host\.name|(?:host\.)?host[nN]ame)$/u;
const ofPerson = /^(?:host\.)?(?:user(?:[nN]ame)?|user\.name)$/u;

type Leaf = Pick<Binding, "path" | "value">;

function boundBy({ tree }: SourceFile, ref: Ref): readonly Leaf[] {
  return tree
    .children(ref)
    .filter((each) => tree.kind(each) === Node.Binding)
    .map((each) => ({
      path: tree.children(tree.child(each, 0)).map((name) => literalName(tree, name)),
      value: tree.child(each, 1),
    }));
}

function leaves(file: SourceFile, bindings: readonly Leaf[], before: Leaf["path"] = []): readonly Leaf[] {
  return bindings.flatMap(({ path, value }) => {
    const whole = [...before, ...path];
    return whole.length < 3 && file.tree.kind(value) === Node.AttrSet
      ? leaves(file, bindingsOf(file.tree, value), whole)
      : [{ path: whole, value }];
  });
}
