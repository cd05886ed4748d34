/** Files of a machine as they were drawn, with what was found out on it in them. */

import type { SourceFile } from "../../check/source/source-file.ts";
import { attributeAt, setsOf } from "../edit/attributes.ts";
import { edited, insertItem, itemsOf, removeItem } from "../edit/items.ts";
import { formatText } from "../format-text.ts";
import { nixValue } from "../nix.ts";
import type { FoundOut } from "./found-out.ts";
import { Edit, type Ref } from "@nivose/nix/syntax";

export interface MachineFiles {
  readonly hardware: SourceFile;
  readonly disk: SourceFile | undefined;
}

/** The text of each of the two files. */
export interface MachineTexts {
  readonly hardware: string;
  readonly disk: string | undefined;
}

/** `keepsDisk` if the layout of the disk was asked for: file systems that were found are left out then. */
export function withFoundOut(
  { hardware, disk }: MachineFiles,
  { module, kernelModules }: FoundOut,
  keepsDisk: boolean,
): MachineTexts {
  const diskText = disk === undefined ? undefined : textOf(disk);
  if (module === undefined) {
    const changed = kernelModules === undefined ? hardware : withKernelModules(hardware, kernelModules);
    return { hardware: textOf(changed), disk: diskText };
  }
  const systems = disk === undefined ? [] : itemsAt(module, /^(?:fileSystems|swapDevices)\b/u);
  let rest = module;
  for (;;) {
    const [item] = disk === undefined ? [] : itemsAt(rest, /^(?:fileSystems|swapDevices)\b/u);
    if (item === undefined) break;
    rest = removeItem(rest, setsOf(rest.tree, rest.expression)[0]!, item);
  }
  for (const path of [
    ["boot", "loader"],
    ["nixpkgs", "hostPlatform"],
  ])
    rest = withMissing(rest, hardware, path);
  return {
    hardware: formatText(textOf(rest), rest.name),
    disk: keepsDisk || systems.length === 0 ? diskText : diskOf(module, systems),
  };
}

function diskOf(module: SourceFile, systems: readonly Ref[]): string {
  const bindings = systems.map((item) => module.text(item)).join("\n\n");
  return formatText(
    `# The file systems, as nixos-generate-config found them on the machine.\n{ ${bindings}\n}\n`,
    "disk.nix",
  );
}

/** Bindings at the top of a module whose text begins so. */
function itemsAt(module: SourceFile, beginning: RegExp): readonly Ref[] {
  const [set] = setsOf(module.tree, module.expression);
  return set === undefined ? [] : itemsOf(module.tree, set).filter((item) => beginning.test(module.text(item)));
}

/** How it starts, and its platform: a machine without them could not be built. */
function withMissing(module: SourceFile, drawn: SourceFile, path: readonly string[]): SourceFile {
  const wanted = attributeAt(drawn, path);
  const [set] = setsOf(module.tree, module.expression);
  if (wanted === undefined || set === undefined || attributeAt(module, path) !== undefined) return module;
  const isWithin = itemsAt(module, new RegExp(String.raw`^${path.join(String.raw`\.`)}\b`, "u")).length > 0;
  return isWithin ? module : insertItem(module, set, `${path.join(".")} = ${drawn.text(wanted.value)};`);
}

function withKernelModules(hardware: SourceFile, modules: readonly string[]): SourceFile {
  const value = nixValue(modules);
  const found = attributeAt(hardware, ["boot", "initrd", "availableKernelModules"]);
  if (found !== undefined) return edited(hardware, [Edit.replace(hardware.tree.range(found.value), value)]);
  const [set] = setsOf(hardware.tree, hardware.expression);
  return set === undefined ? hardware : insertItem(hardware, set, `boot.initrd.availableKernelModules = ${value};`);
}

function textOf({ bytes }: SourceFile): string {
  return new TextDecoder().decode(bytes);
}
