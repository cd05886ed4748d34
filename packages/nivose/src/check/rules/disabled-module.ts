/** Modules that are disabled and not there. */

import { textOf } from "../../advice/source.ts";
import type { Found, Place } from "../finding.ts";
import { type DisabledInVain, disabledInVain } from "../hosts/facts/disabled-modules.ts";
import type { HostsRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { shapeOf } from "../source/module-shape.ts";
import { view } from "@nivose/nix/syntax";

export const rule: HostsRule = {
  code: "disabled-module",
  family: "modules",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [disabledInVain],
  title: "A module is disabled that is not there",
  explain:
    "`disabledModules` leaves out a module by its path, and says nothing if no module has this path: because it is misspelt, " +
    "because the module was moved or removed in nixpkgs, or because nothing imports it any more. If it was to be replaced, " +
    "both may be at work now. Name the module by the path under which it is imported, or remove the entry.\n\n" +
    "On paper, nothing is said of modules of nixpkgs, nix-darwin and Home Manager, which are not there.",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [ ./web.nix ];\n  disabledModules = [ ./old-web.nix ];\n}\n",
      "web.nix": "{ config, ... }:\n{\n  services.nginx.enable = true;\n}\n",
      "old-web.nix": "{ services.httpd.enable = true; }\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./web.nix ];\n}\n",
      "web.nix": "{ config, ... }:\n{\n  services.nginx.enable = true;\n}\n",
    },
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const host of hosts)
      for (const each of host.fact(disabledInVain) ?? []) {
        if (each.isOfSystem && host.isOnPaper) continue;
        const { name, isOwn } = host.local(each.file);
        if (!isOwn) continue;
        const file = repository.files.get(name);
        const disabled = each.isOfSystem ? each.key.replace(/^.*?\/modules\//u, "") : host.local(each.key).name;
        yield {
          text: `this disables a module that is no part of the host: ${disabled}`,
          at: file === undefined ? { file: name } : entryOf(file, each, disabled),
          hint: "name the module by the path under which it is imported, or remove the entry",
          hosts: [host.host.name],
          class: host.class,
        };
      }
  },
};

function entryOf(file: SourceFile, { key }: DisabledInVain, name: string): Place {
  const { tree } = file;
  for (const body of shapeOf(file).bodies)
    for (const { path, value, attrPath } of bindingsOf(tree, body)) {
      if (path.length !== 1 || path[0] !== "disabledModules") continue;
      const list = view(tree, value);
      const entries = list.kind === "list" ? list.elements : [];
      const ending = (text: string): string => text.replaceAll(/^(?:\.{1,2}\/)+|"/gu, "");
      const entry = entries.find((each) => [key, name].some((whole) => whole.endsWith(ending(textOf(tree, each)))));
      return file.at(entry ?? (entries.length === 1 ? entries[0]! : attrPath));
    }
  return { file: file.name };
}
