/** What users have changed since stays as it is, around what is added. */

import { describe, expect, test } from "vitest";
import { hostRemoved } from "../../../src/scaffold/regrow/changes/hosts.ts";
import { userAdded } from "../../../src/scaffold/regrow/changes/users.ts";
import { after, changed, differing, type Files, hostAdded, labOf } from "./lab.ts";

const nova = { host: { name: "nova", description: "New" } };

describe("fleet.nix", () => {
  test("keeps its comments, its order and the members of its own", async () => {
    const lab = await edited("homelab", "fleet.nix", (text) =>
      text
        .replace("    rymac = {", "    # the machine on the desk\n    rymac = {")
        .replace(
          'wave = 2;\n      hardware = "mac";',
          'wave = 2;\n      port = 2222; # behind the router\n      hardware = "mac";',
        ),
    );
    const grown = after(lab, await hostAdded(lab, nova));
    const text = grown.get("fleet.nix")!;
    expect(text).toContain("# the machine on the desk");
    expect(text).toContain("port = 2222; # behind the router");
    expect(text).toContain("    nova = {\n      description");
    expect(differing(after(grown, await changed(grown, hostRemoved("nova"))), lab)).toEqual([]);
  });

  test("may have hosts in another order, and in parts", async () => {
    const lab = await edited("homelab", "fleet.nix", (text) => {
      const [, luna = ""] = /(\n {4}luna = \{[^]*?\n {4}\};\n)/u.exec(text) ?? [];
      const moved = text.replace(luna, "");
      return moved.replace("  };\n}\n", `${luna}  };\n}\n`);
    });
    const grown = after(lab, await hostAdded(lab, nova));
    expect(differing(after(grown, await changed(grown, hostRemoved("nova"))), lab)).toEqual([]);
    expect(grown.get("fleet.nix")!.indexOf("nova = {")).toBeGreaterThan(grown.get("fleet.nix")!.indexOf("luna = {"));
  });

  test("a file of the new name that says something else is a problem", async () => {
    const lab = new Map(await labOf("homelab")).set("hosts/nova/default.nix", "{ }\n");
    expect(await hostAdded(lab, nova)).toMatchObject({
      ok: false,
      problems: [{ file: "hosts/nova/default.nix", message: { code: "grow-occupied" } }],
    });
  });
});

test("documents that were rewritten get what is new, or a note says what would be in them", async () => {
  const lab = await edited(
    "homelab",
    "README.md",
    (text) => `${text.replace("## The first ten minutes", "## Begin")}\nOurs.\n`,
  );
  const grown = after(lab, await hostAdded(lab, nova));
  expect(grown.get("README.md")).toContain("| [nova](docs/hosts/nova.md) |");
  expect(grown.get("README.md")).toContain("## Begin");
  const other = await edited("homelab", "README.md", () => "# home-lab\n\nOurs alone.\n");
  const told = await hostAdded(other, nova);
  expect(after(other, told).get("README.md")).toBe("# home-lab\n\nOurs alone.\n");
  expect(told.ok ? told.growth.notes.join("\n") : "").toContain("| [nova](docs/hosts/nova.md) |");
});

test("a host that was changed is removed all the same, and a note says so", async () => {
  const lab = await edited("homelab", "hosts/rydev/default.nix", (text) => text.replace("{\n", "{\n  # ours\n"));
  const told = await changed(lab, hostRemoved("rydev"));
  expect(after(lab, told).has("hosts/rydev/default.nix")).toBe(false);
  expect(told.ok ? told.growth.notes.join("\n") : "").toContain("hosts/rydev/default.nix was changed");
});

test("inputs of the user's own stay locked", async () => {
  const lab = await edited("profiles", "flake.lock", (text) => {
    const lock = JSON.parse(text) as { nodes: Record<string, { inputs?: object }> };
    lock.nodes["mine"] = {};
    lock.nodes["root"]!.inputs = { ...lock.nodes["root"]!.inputs, mine: "mine" };
    return `${JSON.stringify(lock, undefined, 2)}\n`;
  });
  const grown = after(lab, await hostAdded(lab, nova));
  expect(grown.get("flake.lock")).toContain('"mine"');
});

test("a person is added to people that were written in another way", async () => {
  const lab = await edited(
    "homelab",
    "users.nix",
    (text) => `# Us.\n${text.replace('fullName = "Ry"', 'fullName = "Ry Other"')}`,
  );
  const grown = after(lab, await changed(lab, userAdded({ name: "sunny" }, ["rydev"])));
  expect(grown.get("users.nix")).toContain("# Us.");
  expect(grown.get("users.nix")).toContain("Ry Other");
  expect(grown.get("users.nix")).toContain("sunny = {");
});

async function edited(preset: "homelab" | "profiles", path: string, edit: (text: string) => string): Promise<Files> {
  const lab = new Map(await labOf(preset));
  lab.set(path, edit(lab.get(path)!));
  return lab;
}

describe.each(["homelab", "parts", "profiles", "multi-flake"] as const)("a repository of the preset %s", (name) => {
  test("keeps the line ends of Windows, and the marks of encodings", async () => {
    const lab = new Map(
      [...(await labOf(name))].map(([file, text]) => [
        file,
        (file.endsWith(".md") ? "\uFEFF" : "") + text.replaceAll("\n", "\r\n"),
      ]),
    );
    const grown = after(lab, await hostAdded(lab, nova));
    const edits = [...grown].filter(([file, text]) => lab.has(file) && lab.get(file) !== text);
    expect(edits.map(([file]) => file)).toEqual(expect.arrayContaining([expect.stringMatching(/fleet\.nix$/u)]));
    expect(edits.filter(([, text]) => /(?<!\r)\n/u.test(text)).map(([file]) => file)).toEqual([]);
    expect(differing(after(grown, await changed(grown, hostRemoved("nova"))), lab)).toEqual([]);
  });
});

test.each(["\uFEFF{ }\n", "{ hosts = \n"])(
  "an inventory that cannot be read is told of, and of nothing else: %j",
  async (text) => {
    const lab = new Map(await labOf("homelab")).set("fleet.nix", text);
    expect(await hostAdded(lab, nova)).toMatchObject({
      ok: false,
      problems: [{ file: "fleet.nix", message: { code: "grow-unfit" } }],
    });
  },
);
