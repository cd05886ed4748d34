/** `docs/messages/`: a page for every message of the catalogue, and an index. */

import type { MessageDefinition, MessageKind } from "@nivose/nix/message";
import { kindMeanings } from "../../report/human.ts";
import { wrap } from "../../report/terminal-text.ts";

type Catalogue = ReadonlyMap<string, MessageDefinition>;

/** File names to contents. */
export function messagePages(catalogue: Catalogue): Map<string, string> {
  const pages = new Map([["README.md", index(catalogue)]]);
  for (const [code, definition] of catalogue) pages.set(`${code}.md`, page(code, definition));
  return pages;
}

function page(code: string, { kind, title, explain, example }: MessageDefinition): string {
  const parts = [`# ${title}`, `\`${code}\`: ${kindMeanings[kind]}.`, wrap(explain, 120).join("\n")];
  if (example !== undefined) parts.push("Wrong:", nix(example.bad), "Right:", nix(example.good));
  parts.push("[All messages](README.md)");
  return `${parts.join("\n\n")}\n`;
}

function nix(text: string): string {
  return `\`\`\`nix\n${text.trimEnd()}\n\`\`\``;
}

function index(catalogue: Catalogue): string {
  const kinds: readonly MessageKind[] = ["mistake", "limit", "bug"];
  const lists = kinds.map((kind) => {
    const entries = [...catalogue].filter(([, definition]) => definition.kind === kind);
    return `## ${headings[kind]}\n\n${entries.map(([code, { title }]) => `- [\`${code}\`](${code}.md): ${title}`).join("\n")}`;
  });
  return `${[introduction, ...lists, json].join("\n\n")}\n`;
}

const headings: Readonly<Record<MessageKind, string>> = {
  mistake: "Mistakes, which are the user's to mend",
  limit: "Limits of nivose: Nix can do it, and nivose cannot",
  bug: "Bugs of nivose",
};

const introduction = `# Messages

Every error that nivose prints ends with its code in brackets. The code is stable: scripts may rely on it, while the
words may improve. \`nivose explain CODE\` shows the same pages in the terminal.

These pages are written by \`node scripts/run.js scripts/docs.ts\` from the catalogue in the sources; change them there.`;

const json = `## As JSON

With \`--json\` messages are printed as objects in a list named \`diagnostics\`:

\`\`\`json
{
  "version": 1,
  "diagnostics": [
    {
      "code": "duplicate-attribute",
      "kind": "mistake",
      "text": "attribute 'a' already defined on line 2",
      "hint": "what to do next",
      "file": "hosts/web.nix",
      "range": {
        "start": { "line": 3, "column": 3, "offset": 14 },
        "end": { "line": 3, "column": 4, "offset": 15 }
      },
      "related": [
        {
          "text": "first defined here",
          "range": {
            "start": { "line": 2, "column": 3, "offset": 4 },
            "end": { "line": 2, "column": 4, "offset": 5 }
          }
        }
      ]
    }
  ]
}
\`\`\`

- \`version\` changes when a member goes away or means something else. New members may come without that: ignore what
  you do not know.
- \`kind\` is \`mistake\`, \`limit\` or \`bug\`.
- \`hint\` is left out if there is none, \`file\` and \`range\` if the message is about no file or no place in one.
- A place of \`related\` has a \`file\` if it is in another one.
- Where an evaluation failed and it is known what that means, the message has a \`cause\`, which is a message of its own, and
  that has \`remedies\`: lists of \`lines\` that would mend it, each with a \`text\` that says what they do and where.
- Lines and columns count from 1, offsets from 0; columns and offsets count bytes. The end of a range is behind its last
  byte.`;
