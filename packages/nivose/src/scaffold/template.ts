/**
 * Templates: files as they will be, with `@name@` where something of the fleet belongs, in their text and in their path.
 *
 * A placeholder that stands alone on its line takes any number of lines, each indented as it is; with none of them, the
 * line goes. `@if name@` (or `@if !name@`), `@else@` and `@end@`, alone on their lines and behind any comment sign, keep
 * or drop what is between: they look at whether a value is empty.
 */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Draft } from "./draft.ts";

export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

export interface Templates {
  /** One template, by its path below the preset's folder; below the folder of all presets if it starts with `shared/`. */
  readonly fill: (template: string, values: Values) => string;
  /** All files below a folder of templates, at the same paths below `into`, those left out that `keeps` says no to. */
  readonly all: (folder: string, values: Values, keeps?: (path: string) => boolean, into?: string) => Draft[];
}

/** Templates of a preset. `folder` is that of all presets. */
export function templatesOf(folder: string, preset: string): Templates {
  const locate = (template: string): string =>
    path.join(folder, template.startsWith("shared/") ? template : path.join(preset, template));
  return {
    fill: (template, values) => fillTemplate(readFileSync(locate(template), "utf8"), values, template),
    all(from, values, keeps = () => true, into = "") {
      const base = locate(from);
      return filesBelow(base)
        .map((file) => ({ file, target: path.posix.join(into, fillTemplate(file, values, file)) }))
        .filter(({ target }) => keeps(target))
        .map(({ file, target }) => {
          const text = fillTemplate(readFileSync(path.join(base, file), "utf8"), values, path.join(from, file));
          return text.startsWith("#!") ? { path: target, text, isProgram: true } : { path: target, text };
        });
    },
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .toSorted();
}

export function fillTemplate(text: string, values: Values, name: string): string {
  const lines: string[] = [];
  const kept: boolean[] = [];
  for (const line of text.split("\n")) {
    const [, condition] =
      /^\s*(?:#|\/\/|<!--)?\s*@((?:if !?[A-Za-z][A-Za-z0-9]*)|else|end)@\s*(?:-->)?\s*$/u.exec(line) ?? [];
    if (condition === "else") kept.push(!kept.pop());
    else if (condition === "end") kept.pop();
    else if (condition !== undefined) kept.push(holds(condition.slice("if ".length), values, name));
    else if (kept.every(Boolean)) lines.push(...fillLine(line, values, name));
  }
  if (kept.length > 0) throw new Error(`template ${name}: an @if@ has no @end@`);
  return lines.join("\n");
}

function fillLine(line: string, values: Values, name: string): string[] {
  const [, indentation, alone] = /^(\s*)@([a-z][A-Za-z0-9]*)@$/u.exec(line) ?? [];
  if (alone !== undefined) {
    const value = valueOf(alone, values, name);
    const inner = typeof value === "string" ? (value === "" ? [] : value.split("\n")) : [...value];
    return inner.map((each) => (each === "" ? "" : `${indentation}${each}`));
  }
  return [
    line.replaceAll(/@([a-z][A-Za-z0-9]*)@/gu, (_whole, placeholder: string) => {
      const value = valueOf(placeholder, values, name);
      return typeof value === "string" ? value : value.join(" ");
    }),
  ];
}

function valueOf(placeholder: string, values: Values, name: string): string | readonly string[] {
  const value = values[placeholder];
  if (value === undefined || typeof value === "boolean")
    throw new Error(`template ${name}: no value for @${placeholder}@`);
  return value;
}

function holds(condition: string, values: Values, name: string): boolean {
  const wanted = !condition.startsWith("!");
  const value = values[wanted ? condition : condition.slice(1)];
  if (value === undefined) throw new Error(`template ${name}: no value for the condition ${condition}`);
  return (typeof value === "boolean" ? value : value.length > 0) === wanted;
}
