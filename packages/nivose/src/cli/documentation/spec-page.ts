/** `docs/spec.md`: what a spec of `nivose init` can say, and what each preset offers. Made from what checks a spec. */

import type { Choices, Preset } from "../../scaffold/preset.ts";
import type { Field, RecordField } from "../../scaffold/spec/field.ts";
import { fleetFields } from "../../scaffold/spec/fields.ts";

export function specPage(presets: readonly Preset[], releases: readonly string[]): string {
  const lines = [
    "# The spec of a fleet",
    "",
    "`nivose init PRESET --spec FILE` reads a fleet as JSON. Everything can be left out; `nivose init PRESET --print-spec` prints",
    "the one that the preset is known for, to start from. Flags of `nivose init` say the same and count above the file.",
    "",
    "| place | what it is | what is expected |",
    "| --- | --- | --- |",
    ...rowsOf(fleetFields(ANY, releases), ""),
    "",
    "## What the presets offer",
    "",
    ...presets.flatMap((preset) => [
      `### ${preset.name}`,
      "",
      `${preset.brief}.`,
      "",
      ...Object.entries({ ...preset.choices, hardware: Object.keys(preset.choices.hardware) }).map(
        ([name, values]) =>
          `- ${name}: ${values.length === 0 ? "none" : values.map((each) => `\`${each}\``).join(", ")}`,
      ),
      "",
    ]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** What a preset offers is told by preset. */
const ANY: Choices = {
  kinds: [],
  hardware: {},
  disks: [],
  roles: [],
  profiles: [],
  services: [],
  shells: [],
  deployments: [],
};

function rowsOf(record: RecordField, place: string): string[] {
  return Object.entries(record.fields).flatMap(([name, field]) => {
    const inner = place === "" ? name : `${place}.${name}`;
    return [
      `| \`${inner}\` | ${field.brief} | ${expectedOf(field, record.required.includes(name))} |`,
      ...innerRows(field, inner),
    ];
  });
}

function innerRows(field: Field, place: string): string[] {
  if (field.kind === "record") return rowsOf(field, place);
  return field.kind === "list" ? innerRows(field.of, `${place}[]`) : [];
}

function expectedOf(field: Field, isRequired: boolean): string {
  return `${isRequired ? "required; " : ""}${kindOf(field)}`;
}

function kindOf(field: Field): string {
  switch (field.kind) {
    case "text":
    case "number":
      return field.expected;
    case "boolean":
      return "`true` or `false`";
    case "choice":
      return field.values.length > 0
        ? field.values.map((value) => `\`${value}\``).join(", ")
        : "a name that the preset offers, below";
    case "list":
      return `a list: ${kindOf(field.of)}`;
    case "record":
      return "an object";
  }
}
