/** Real Nix finds in packages on paper what our engine finds, gives them the same paths, and builds them. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { afterAll, describe, expect, test } from "vitest";
import { needs, realNix, realStorePlace } from "../../needs.ts";

const here = import.meta.dirname;
const scratch = mkdtempSync(path.join(tmpdir(), "nivose-packages-"));
const { layOutPaper } = (await import(path.resolve(here, "../../../../../scripts/paper.js"))) as {
  layOutPaper: (folder: string) => void;
};
layOutPaper(scratch);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.runIf(needs("nix"))("packages on paper in real Nix", () => {
  test("are what they are for us", () => {
    const cases: unknown = JSON.parse(nix("nix-instantiate", "--eval", "--strict", "--json", "-E", of("cases.nix")));
    expect(cases).toEqual(JSON.parse(readFileSync(path.join(here, "cases.json"), "utf8")));
  });

  test("have the same paths, and are built without a network", () => {
    const paths = `builtins.mapAttrs (_: package: [ package.drvPath package.outPath ]) (${of("built.nix")})`;
    const ours = JSON.parse(evaluate(paths)) as Record<string, [string, string]>;
    expect(JSON.parse(nix("nix-instantiate", "--eval", "--strict", "--json", "-E", paths))).toEqual(ours);

    nix("nix-build", "--no-out-link", "-E", `{ inherit (${of("built.nix")}) all derivation joined script; }`);
    const file = (name: string, below = ""): string => readFileSync(place(ours[name]![1] + below), "utf8");
    expect(file("all").split("\n")).toHaveLength(11);
    expect(file("script")).toMatch(/^#!\/nix\/store\/[a-z0-9]{32}-bash\/bin\/bash\necho built$/);
    expect(file("odd")).toBe("ünï $out $ \\ '' \t\n");
    expect(file("large")).toHaveLength(2 * Array.from({ length: 20000 }, (_, n) => `line ${n}\n`).join("").length);
    expect(file("command", "/bin/command")).toContain("\nhello\n");
    const activate = place(readlinkSync(place(`${ours["folder"]![1]}/activate`)));
    expect(statSync(activate).mode & 0o111).toBe(0o111);
  });
});

/** Where a path of the store is on this disk. */
function place(inStore: string): string {
  return path.join(realStorePlace(), path.relative("/nix/store", inStore));
}

function of(file: string): string {
  return `import ${here}/${file} ${scratch}/nixpkgs`;
}

function nix(...words: string[]): string {
  return execFileSync(realNix(), words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function evaluate(text: string): string {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(text), name: "built.nix", folder: here },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  return Buffer.from(reply.output, "latin1").toString();
}
