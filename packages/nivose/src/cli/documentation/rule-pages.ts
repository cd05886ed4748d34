/** `docs/rules/`: a page for every rule of `nivose check`, and an index. */

import { families, type Example, type Family, type Rule } from "../../check/rule.ts";
import { wrap } from "../../report/terminal-text.ts";

/** File names to contents. */
export function rulePages(rules: readonly Rule[]): Map<string, string> {
  return new Map([["README.md", index(rules)], ...rules.map((rule) => [`${rule.code}.md`, page(rule)] as const)]);
}

/** What kind of rule it is, in a sentence. */
export function ruleKind({ level, family, class: sureness, isPedantic }: Rule): string {
  const asked = isPedantic === true ? ", with --pedantic only" : "";
  return `A rule of 'nivose check' (${family}): its findings are of level '${level}', and at best ${sureness}${asked}`;
}

function page(rule: Rule): string {
  const { code, title, explain, example } = rule;
  return `${[
    `# ${title}`,
    `\`${code}\`: ${ruleKind(rule)}.`,
    ...paragraphs(explain),
    "Wrong:",
    ...files(example.bad),
    "Right:",
    ...files(example.good),
    "[All rules](README.md)",
  ].join("\n\n")}\n`;
}

function paragraphs(text: string): string[] {
  return text.split("\n\n").map((each) => wrap(each, 120).join("\n"));
}

function files(example: Example): string[] {
  if (typeof example === "string") return [fenced("machine.nix", example)];
  return Object.entries(example).flatMap(([name, text]) => [`\`${name}\``, fenced(name, text)]);
}

function fenced(name: string, text: string): string {
  const language = name.endsWith(".nix")
    ? "nix"
    : name.endsWith(".yaml")
      ? "yaml"
      : name.endsWith(".lock")
        ? "json"
        : "";
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function index(rules: readonly Rule[]): string {
  const lists = families.flatMap((family) => {
    const members = rules.filter((rule) => rule.family === family);
    if (members.length === 0) return [];
    const lines = members.map(
      ({ code, title, isPedantic }) =>
        `- [\`${code}\`](${code}.md): ${title}${isPedantic === true ? " (pedantic)" : ""}`,
    );
    return [`## ${headings[family]}`, lines.join("\n")];
  });
  return `${[introduction, ...lists].join("\n\n")}\n`;
}

const headings: Readonly<Record<Family, string>> = {
  syntax: "Syntax",
  names: "Names",
  options: "Options",
  modules: "Modules",
  fleet: "Fleet",
  services: "Services",
  safety: "Safety",
};

const introduction = `# Rules

What \`nivose check\` looks for, by family. A code or the name of a family can be given to \`--only\` and \`--skip\`;
[docs/check.md](../check.md) has the rest.

These pages are written by \`node scripts/run.js scripts/docs.ts\` from the rules in \`packages/nivose/src/check/rules\`; change
them there. The tests run every example: the wrong one has the finding, the right one has none at all. An example that is
a single file is \`machine.nix\`, a module of the only host of a small fleet.`;
