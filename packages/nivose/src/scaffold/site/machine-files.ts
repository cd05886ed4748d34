/** The files of a new machine: where those of the model are, or where they usually are. */

import path from "node:path";
import { nixName } from "../nix.ts";
import { type HostFile, isDendritic } from "./host-files.ts";
import type { Machine } from "./machine.ts";
import { renamedText } from "./renaming.ts";
import type { HostItem, SaidHost } from "./said-host.ts";

/** Which of its two files a machine has, and where. */
export class MachineFiles {
  readonly #machine: Machine;
  readonly #taken = new Map<"hardware" | "disk", string | undefined>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  get isEmpty(): boolean {
    return this.#machine.hardware === undefined && this.#machine.disk === undefined;
  }

  /** Whether there is something to put there. */
  take(part: "hardware" | "disk", name: string): boolean {
    if (this.#taken.has(part)) return false;
    if (this.#machine[part] === undefined) return part === "disk" && this.#machine.hardware !== undefined;
    this.#taken.set(part, name);
    return true;
  }

  /** Elements of `imports` for those that lie beside a file, named as the model names its own. */
  filesBeside(own: readonly string[], file: string, needed: readonly HostFile[]): readonly string[] {
    const folder = path.posix.dirname(file);
    return (["hardware", "disk"] as const).flatMap((part) => {
      const isElsewhere = this.#taken.has(part) || needed.some(({ is }) => is === part);
      if (this.#machine[part] === undefined || isElsewhere) return [];
      const named = own.find((name) => patterns[part].test(path.posix.basename(name)));
      const name = named?.endsWith(".nix") ? named : `${folder}/${standard[part]}`;
      this.#taken.set(part, name);
      return [`./${path.posix.relative(folder, name)}`];
    });
  }

  /** Where a host is one file: the modules themselves. */
  inline(): readonly string[] {
    return (["hardware", "disk"] as const).flatMap((part) => {
      const text = this.#machine[part];
      if (text === undefined || this.#taken.has(part)) return [];
      this.#taken.set(part, undefined);
      return [`(${text.replaceAll(/^#.*\n/gmu, "").trim()})`];
    });
  }

  *files(model: SaidHost, needed: readonly HostFile[], newName: (name: string) => string): Generator<[string, string]> {
    const dendritic = model.items.find(
      (item) => isDendritic(item) && needed.some(({ name }) => name === item.file.name),
    );
    for (const part of ["hardware", "disk"] as const) {
      const text = this.#machine[part];
      const name = this.#taken.get(part);
      if (text === undefined) continue;
      if (name !== undefined && dendritic === undefined) yield [name, text];
      else if (dendritic !== undefined) {
        const folder = folderBeside(newName(dendritic.file.name), newName(model.name));
        this.#taken.set(part, name ?? `${folder}/${standard[part]}`);
        yield [name ?? `${folder}/${standard[part]}`, moduleText(model, dendritic, text, newName)];
      }
    }
  }

  left(): readonly string[] {
    if (this.#machine.hardware === undefined || this.#taken.has("hardware")) return [];
    return [
      "No place for the hardware of the host was found: it has what the model has. Look at it before it is deployed.",
    ];
  }
}

/** The folder of a host, beside the file that is named so where it has none. */
function folderBeside(file: string, name: string): string {
  const folder = path.posix.dirname(file);
  const isInOwn = folder.split("/").some((part) => renamedText(part, [{ from: name, to: "" }]) !== part);
  return path.posix.basename(file, ".nix") === name && !isInOwn ? `${folder}/${name}` : folder;
}

const patterns = { hardware: /hardware/iu, disk: /^(?:disks?|disko|file-?systems?|partitions?)/iu };
const standard = { hardware: "hardware-configuration.nix", disk: "disk.nix" };

/** A file that says a module of the new host, as the item says one of the model. */
export function moduleText(
  model: SaidHost,
  { file, item, output }: HostItem,
  text: string,
  newName: (name: string) => string,
): string {
  const attribute = [...output.split("."), attributeOf(model, file.text(item), newName)];
  const rest = output.includes("configurations") ? ".module" : output.endsWith("aspects") ? ".nixos" : "";
  const path = attribute.map((each) => nixName(each)).join(".");
  return `{ ${path}${rest} = ${text.replaceAll(/^#.*\n/gmu, "").trim()}; }\n`;
}

function attributeOf({ name }: SaidHost, text: string, newName: (name: string) => string): string {
  const prefix = new RegExp(String.raw`"?((?:nixosConfigurations|hosts)/)`, "u").exec(text)?.[1] ?? "";
  return `${prefix}${newName(name)}`;
}
