/**
 * Modules as nixos-generate-config prints them: nothing is said in them but what it says, and nothing is noted but what it notes. That is
 * all that can be known of such a file afterwards; whether a value in it was changed nobody can tell.
 */

import { Node, type Ref } from "@nivose/nix/syntax";
import { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { setsOf } from "../edit/attributes.ts";
import { itemsOf } from "../edit/items.ts";
import type { GivenFile } from "../site/host-request.ts";
import { withoutSettings } from "../site/without-settings.ts";

export interface PrintedFile extends GivenFile {
  /** Whether the layout of a disk was asked for beside it. */
  readonly besideDisk: boolean;
}

/** What may have been printed for a host, from the files in which it is now. */
export function givenAgain(files: readonly SourceFile[]): readonly PrintedFile[] {
  const printed = files.flatMap((file) => printedIn(file));
  const disks = printed.filter((module) => saysDisk(module));
  return printed
    .filter((module) => saysHardware(module))
    .flatMap((module) => {
      const text = textOf(module);
      // how it starts was added
      const bare = withoutSettings(text, ([first, second]) => first === "boot" && second === "loader");
      const given = (source: string, besideDisk: boolean): PrintedFile => ({
        name: module.name,
        bytes: new TextEncoder().encode(source),
        besideDisk,
      });
      if (bare.includes("fileSystems")) return [given(bare, false)];
      return [
        ...disks.map((disk) => given(together(bare, systemsOf(disk)), false)),
        given(bare, false),
        given(bare, true),
        // those that were found were left out
        given(together(bare, ['fileSystems."/".device = "/dev/null";']), true),
      ];
    });
}

/** The modules in a file that may have been printed: it as a whole, or what stands in parentheses or behind a name within it. */
function printedIn(file: SourceFile): readonly SourceFile[] {
  const parts = [Node.Paren, Node.Binding].flatMap((kind) => file.nodes(kind)).map((ref) => innermost(file, ref));
  const inner = parts.map((ref) => new SourceFile(file.name, Buffer.from(file.text(ref))));
  return [file, ...inner].filter((module) => isPrinted(module));
}

function textOf({ bytes }: SourceFile): string {
  return new TextDecoder().decode(bytes);
}

/** File systems were put into a file of their own. */
function systemsOf(disk: SourceFile): readonly string[] {
  const [set] = setsOf(disk.tree, disk.expression);
  return set === undefined ? [] : itemsOf(disk.tree, set).map((item) => disk.text(item));
}

function together(hardware: string, systems: readonly string[]): string {
  return `${hardware.trimEnd().replace(/\}$/u, "")}\n${systems.join("\n")}\n}\n`;
}

function saysHardware({ definitions }: SourceFile): boolean {
  return definitions.some(({ path }) => path.join(".") === "boot.initrd.availableKernelModules");
}

function saysDisk({ definitions }: SourceFile): boolean {
  return definitions.every(({ path: [first] }) => first === "fileSystems" || first === "swapDevices");
}

function innermost({ tree }: SourceFile, ref: Ref): Ref {
  return tree.children(ref).at(tree.kind(ref) === Node.Binding ? 1 : 0)!;
}

function isPrinted(module: SourceFile): boolean {
  const { definitions, tree } = module;
  return (
    tree.diagnostics.length === 0 &&
    isPlainSet(module) &&
    definitions.length > 0 &&
    definitions.every(({ path }) => printedOption.test(path.map((name) => name ?? "?").join(" "))) &&
    importsOnlyModules(module) &&
    commentsIn(module).every((comment) => printedComment.test(comment))
  );
}

/** Attributes of a module that are no options would not be among its definitions. */
function isPlainSet(module: SourceFile): boolean {
  const [set, ...others] = setsOf(module.tree, module.expression);
  if (set === undefined || others.length > 0 || module.nodes(Node.Let).length > 0) return false;
  return bindingsOf(module.tree, set).every(
    ({ path: [first = ""] }) => !/^(?:config|options|meta|_.*|key|disabled.*|freeformType)$/u.test(first),
  );
}

/** Names are apart by blanks here, because those of file systems have dots in them. How it starts is added to what was printed. */
const printedOption = new RegExp(
  `^(?:${[
    "imports",
    "boot (?:initrd availableKernelModules|initrd kernelModules|kernelModules|extraModulePackages|isContainer|swraid enable)",
    "boot initrd luks devices [^ ]+ device",
    "boot loader .*",
    "fileSystems [^ ]+ (?:device|fsType|options|stratis poolUuid)",
    "swapDevices",
    "networking (?:useDHCP|interfaces [^ ]+ useDHCP|enableIntel\\d+BGFirmware)",
    "nixpkgs (?:hostPlatform|config allowUnfreePredicate)",
    "hardware (?:cpu (?:amd|intel) updateMicrocode|enableRedistributableFirmware|parallels enable|video hidpi enable)",
    "powerManagement cpuFreqGovernor",
    "nix (?:maxJobs|settings max-jobs)",
    "services xserver videoDrivers",
    "virtualisation (?:virtualbox guest|hypervGuest) enable",
  ].join("|")})$`,
  "u",
);

const printedComment = new RegExp(
  `^#\\s*(?:${[
    "Do not modify this file!.*",
    "and may be overwritten by future invocations\\..*",
    "to /etc/nixos/configuration\\.nix instead\\.",
    "The file systems, as nixos-generate-config found them on the machine\\.",
    "(?:Enables DHCP on each|\\(the default\\) this is the|still possible to use this option|with explicit per-interface).*",
    "networking\\.interfaces\\.[^ ]+\\.useDHCP = lib\\.mkDefault true;",
    "high-resolution display",
  ].join("|")})$`,
  "u",
);

/** Those of NixOS itself: `(modulesPath + "/profiles/qemu-guest.nix")`. */
function importsOnlyModules(module: SourceFile): boolean {
  const lists = module.nodes(Node.Binding).filter((ref) => /^imports\b/u.test(module.text(ref)));
  const texts = lists.map((ref) => module.text(module.tree.child(ref, 1)));
  return texts.every((text) =>
    /^\[\s*(?:\(\s*modulesPath \+ "[^"$]*"\s*\)\s*|<nixpkgs\/[^>]*>\s*|"\$\{modulesPath\}[^"$]*"\s*)*\]$/u.test(text),
  );
}

function commentsIn({ tree, bytes }: SourceFile): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (let token = 0; token < tree.tokenStarts.length; token++) {
    const start = tree.tokenStarts[token]!;
    const between = Buffer.from(bytes.subarray(from, start)).toString();
    found.push(...between.split("\n").map((line) => line.trim()));
    from = tree.tokenEnds[token]!;
  }
  const rest = Buffer.from(bytes.subarray(from)).toString();
  return [...found, ...rest.split("\n").map((line) => line.trim())].filter((line) => line !== "");
}
