/** Checks data of any origin against fields. Every mistake is told with its place in the data, all of them at once. */

import { nearest } from "@nivose/nix/syntax";
import type { Field } from "./field.ts";
import { scaffoldMessages } from "../messages.ts";
import type { Message } from "@nivose/nix/message";

export interface SpecProblem extends Message {
  /** Such as `hosts[1].kind`. */
  readonly place: string;
}

export function checkField(value: unknown, field: Field, place: string): SpecProblem[] {
  switch (field.kind) {
    case "text":
      if (typeof value === "string" && field.pattern.test(value) && field.isRight?.(value) !== false) return [];
      return [unexpected(place, value, field.expected)];
    case "number":
      return Number.isSafeInteger(value) && (value as number) >= 0 ? [] : [unexpected(place, value, field.expected)];
    case "boolean":
      return typeof value === "boolean" ? [] : [unexpected(place, value, "true or false")];
    case "choice":
      if (typeof value === "string" && field.values.includes(value)) return [];
      return [
        unexpected(
          place,
          value,
          oneOf(field.values),
          typeof value === "string" ? nearest(value, field.values) : undefined,
        ),
      ];
    case "list":
      if (!Array.isArray(value)) return [unexpected(place, value, "a list")];
      return [
        ...value.flatMap((each, index) => checkField(each, field.of, `${place}[${index}]`)),
        ...repeated(value, place),
      ];
    case "record": {
      if (typeof value !== "object" || value === null || Array.isArray(value))
        return [unexpected(place, value, "an object")];
      const names = Object.keys(field.fields);
      const missing = field.required.filter((name) => !Object.hasOwn(value, name));
      return [
        ...missing.map((name) => ({ place: place || "spec", ...scaffoldMessages["spec-missing"](place, name) })),
        ...Object.entries(value).flatMap(([name, each]) => {
          const inner = place === "" ? name : `${place}.${name}`;
          const known = Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
          if (known !== undefined) return checkField(each, known, inner);
          const told = tellable(inner);
          return [{ place: told, ...scaffoldMessages["spec-unknown"](told, oneOf(names), nearest(name, names)) }];
        }),
      ];
    }
  }
}

/** Two elements that are the same text, or have the same name, would be one thing twice. */
function repeated(list: readonly unknown[], place: string): SpecProblem[] {
  const seen = new Set<string>();
  return list.flatMap((each, index) => {
    const name = typeof each === "string" ? each : (each as { name?: unknown } | null)?.name;
    if (typeof name !== "string") return [];
    const twice = seen.has(name);
    seen.add(name);
    const where = `${place}[${index}]`;
    return twice ? [{ place: where, ...scaffoldMessages["spec-twice"](where, tellable(name)) }] : [];
  });
}

function unexpected(place: string, value: unknown, expected: string, near?: string): SpecProblem {
  return { place, ...scaffoldMessages["spec-unexpected"](place, shown(value), expected, near) };
}

/** Lists and objects are not told: they may be as deep as they like, and have a secret in them. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(tellable(value)) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Messages end in logs. A private key in the place of a public one is a slip that must not become worse. */
function tellable(text: string): string {
  return /SECRET-KEY|PRIVATE KEY/iu.test(text) ? "(a private key)" : text;
}

function oneOf(values: readonly string[]): string {
  if (values.length === 0) return "nothing: this preset has none";
  return values.length === 1 ? `'${values[0]}'` : `one of ${values.map((value) => `'${value}'`).join(", ")}`;
}
