import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { EvalFailure, TraceStep } from "@nivose/nix/evaluation";
import { afterAll, describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Scope } from "../../src/advice/scope.ts";

const folder = mkdtempSync(path.join(tmpdir(), "nivose-advice-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(path.join(folder, "parts"));
const host = path.join(folder, "host.nix");
writeFileSync(
  host,
  `{ pkgs, ... }:
{
  environment.systemPackages = [ pkgs.vscode (pkgs.hello.override { }) ];
  networking.hostName = "a";
  services.web.port = "80";
  users.users.ry = { };
}
`,
);
writeFileSync(
  path.join(folder, "flake.nix"),
  `{ outputs = { nixpkgs, ... }: { x = nixpkgs.lib.nixosSystem { }; }; }\n`,
);
writeFileSync(
  path.join(folder, "parts/mine.nix"),
  `{ lib, ... }: { options.my.web = { port = lib.mkOption { }; }; }\n`,
);

function failure(text: string, more: Partial<EvalFailure> = {}): EvalFailure {
  const files = [path.join(folder, "flake.nix"), host];
  return { kind: "throw", text: Buffer.from(text).toString("latin1"), trace: [], files, copies: {}, ...more };
}

const context = (text: string): TraceStep => ({ kind: "context", text });
const scope = (more: Partial<Scope>): string =>
  JSON.stringify({ prefix: [], kind: "nixos", options: null, option: null, arguments: [], ...more });

async function said(text: string, more: Partial<EvalFailure> = {}) {
  const advice = await advise(failure(text, more));
  if (advice === undefined) return undefined;
  const { message, places, remedies } = advice;
  return {
    code: message.code,
    text: message.text,
    hint: message.hint,
    lines: places.map(({ line }) => line),
    remedies: remedies.flatMap(({ lines }) => lines),
  };
}

describe("a package that is refused", () => {
  const predicate = `nixpkgs.config.allowUnfreePredicate = pkg: builtins.elem (lib.getName pkg) [ "vscode" ];`;

  it.each([
    "Package ‘vscode-1.50.1’ in /nix/store/x/vscode.nix:5 has an unfree license (‘unfree’), refusing to evaluate.\n\na) …",
    "Refusing to evaluate package 'vscode-1.50.1' in /nix/store/x/vscode.nix:5 because it has an unfree license (‘unfree’)\n\na) …",
  ])("is allowed by itself, in the words of each release", async (text) => {
    const trace = [context("while evaluating the option `environment.systemPackages':")];
    expect(await said(text, { trace })).toMatchObject({
      code: "package-refused",
      text: "'vscode-1.50.1' has an unfree license (‘unfree’)",
      lines: [3],
      remedies: [predicate],
    });
  });

  it("may have a list of problems", async () => {
    const text =
      "Refusing to evaluate package 'hello-2.12' in /x.nix:5 because it has problems:\n- broken: This package is broken.\n\nTo …";
    expect(await said(text)).toMatchObject({
      text: "'hello-2.12' has problems: broken: This package is broken",
      lines: [3],
      remedies: [],
    });
  });

  it("is no setting of a host where there is none", async () => {
    const text = "Package ‘openssl-1.1.1w’ in /x.nix:1 is marked as insecure, refusing to evaluate.\n";
    expect(await said(text, { files: [host] })).toMatchObject({
      remedies: [`pkgs = import nixpkgs { inherit system; config.permittedInsecurePackages = [ "openssl-1.1.1w" ]; };`],
    });
  });
});

describe("an option that is not declared", () => {
  const missing = (option: string): string =>
    `The option \`${option}' does not exist. Definition values:\n- In \`${host}': 1`;

  it("is looked for beside it, and then by its ending", async () => {
    const options = { networking: { hostName: 1, domain: 1 }, services: { nginx: { enable: 1 } } } as const;
    const more = { told: scope({ options }) };
    expect(await said(missing("networking.hostname"), more)).toMatchObject({
      hint: "did you mean 'networking.hostName'?",
      lines: [],
    });
    expect(await said(missing("nginx.enable"), more)).toMatchObject({ hint: "did you mean 'services.nginx.enable'?" });
    expect(await said(missing("xyz"), more)).toMatchObject({ hint: undefined });
  });

  it("keeps what is before a part of a system", async () => {
    const more = { told: scope({ prefix: ["users", "users", "a.b"], kind: null, options: { extraGroups: 1 } }) };
    expect(await said(missing(`users.users."a.b".extraGroup`), more)).toMatchObject({
      hint: `did you mean 'users.users."a.b".extraGroups'?`,
    });
  });

  it("may be declared in a file that is not imported", async () => {
    writeFileSync(path.join(folder, "other.nix"), "{ my.web.port = 80; }\n");
    const files = [path.join(folder, "flake.nix"), path.join(folder, "other.nix")];
    const text = `The option \`my' does not exist. Definition values:\n- In \`${path.join(folder, "other.nix")}': 1`;
    expect(await said(text, { files, told: scope({ options: {} }) })).toMatchObject({
      hint: "parts/mine.nix declares it, and is not imported",
      remedies: ["imports = [ ./parts/mine.nix ];"],
    });
  });

  it("may be one of another kind of host", async () => {
    const more = { told: scope({ kind: "home", options: {} }) };
    expect((await said(missing("boot.loader.grub.enable"), more))?.hint).toContain(
      "an option of NixOS, and this is a home",
    );
    const ofHost = { told: scope({ kind: "home", prefix: ["home-manager", "users", "ry"], options: {} }) };
    expect((await said(missing("home-manager.users.ry.boot.loader.grub.enable"), ofHost))?.hint).toContain(
      "outside of the home",
    );
  });

  it("may be in the place of a declaration", async () => {
    const text = `${missing("my.port")}\n\nIt seems as if you're trying to declare an option by placing it into \`config' rather than \`options'!`;
    expect(await said(text)).toMatchObject({ hint: "it is declared in 'config': put the declaration into 'options'" });
  });
});

it("reads types in the words of newer libraries", async () => {
  const text = `A definition for option \`services.web.port' is not of type \`16 bit unsigned integer; between 0 and 65535 (both inclusive)'. TypeError: Definition values:\n- In \`${host}': "80"`;
  expect(await said(text)).toMatchObject({
    code: "option-wrong-type",
    text: `'services.web.port' takes a 16 bit unsigned integer; between 0 and 65535 (both inclusive), not "80"`,
    lines: [5],
    remedies: ["services.web.port = 80;"],
  });
});

describe("what is to be in a list or a set, and is not", () => {
  const wrong = (type: string, value: string): string =>
    `A definition for option \`services.web.port' is not of type \`${type}'. Definition values:\n- In \`${host}': ${value}`;

  it("is mended and put into brackets", async () => {
    const type = "list of 16 bit unsigned integer; between 0 and 65535 (both inclusive)";
    expect(await said(wrong(type, `"80"`))).toMatchObject({
      hint: "write 80, without quotes, and in brackets",
      remedies: ["services.web.port = [ 80 ];"],
    });
    expect(await said(wrong("null or (list of boolean)", `"80"`))).toMatchObject({
      hint: "put it into brackets, even if it is the only one",
      remedies: [`services.web.port = [ "80" ];`],
    });
  });

  it("is a package by its name", async () => {
    expect(await said(wrong("list of package", `"80"`))).toMatchObject({
      hint: "a package is written without quotes, as 'pkgs.NAME', and in brackets",
    });
  });

  it("is not known for a set, whose names nobody has told", async () => {
    const { hint, remedies } = (await said(wrong("attribute set of signed integer", `"80"`)))!;
    expect({ hint, remedies }).toEqual({ hint: undefined, remedies: [] });
  });
});

it("gives an example where it knows no better", async () => {
  const text = `A definition for option \`networking.hostName' is not of type \`lambda'. Definition values:\n- In \`${host}, via option x': "a"`;
  expect(await said(text, { told: scope({ option: { type: "lambda", example: "x: x" } }) })).toMatchObject({
    hint: "an example: x: x",
    lines: [4],
  });
});

it("names definitions in files that are not the user's", async () => {
  const text = `The option \`networking.hostName' has conflicting definition values:\n- In \`${host}': "a"\n- In \`/elsewhere/b.nix': "b"\nUse …`;
  expect(await said(text)).toMatchObject({
    code: "option-conflict",
    hint: `leave one of them, or say which one wins; there is also "b" in /elsewhere/b.nix`,
    lines: [4],
    remedies: [`networking.hostName = lib.mkForce "a";`],
  });
});

it("tells a home without an account", async () => {
  const trace = [context("while evaluating the option `home-manager.users.ry.home.username':")];
  expect(await said("attribute 'ry' missing", { trace })).toMatchObject({
    code: "home-without-account",
    remedies: ["users.users.ry.isNormalUser = true;"],
  });
});

it("says nothing of what it does not know, nor of limits", async () => {
  expect(await said("something else")).toBeUndefined();
  expect(await said("The option `a' does not exist. ", { kind: "limit" })).toBeUndefined();
});

it("takes files of other repositories for foreign", async () => {
  const trace = [context('while evaluating the module argument `inputs\' in "/elsewhere/x.nix":')];
  const more = { trace, flake: folder, files: ["/elsewhere/flake.nix", ...failure("").files] };
  expect(await said("attribute 'inputs' missing", more)).toBeUndefined();
  expect((await said("attribute 'inputs' missing", { ...more, flake: "/elsewhere" }))?.code).toBe("module-argument");
});
