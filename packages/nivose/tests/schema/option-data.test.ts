import { expect, test } from "vitest";
import { optionData } from "../../src/schema/option-data.ts";
import { optionsInFile } from "../../src/schema/option-lists.ts";

test("what can be set is found in the file that its path leads to", () => {
  const nixos = optionData("nixos");
  expect(nixos.has(["services", "openssh", "enable"])).toBe(true);
  expect(nixos.has(["services", "openssh"])).toBe(true);
  expect(nixos.has(["services", "nginx", "virtualHosts", "example.org", "root"])).toBe(true);
  expect(nixos.has(["services", undefined, "enable"])).toBe(true);
  expect(nixos.has(["services", "ngnix"])).toBe(false);
  expect(nixos.has(["services", "openssh", "enabel"])).toBe(false);
  expect(nixos.has(["homebrew"])).toBe(false);
  expect(optionData("darwin").has(["homebrew", "enable"])).toBe(true);
  expect(optionData("home").has(["programs", "git", "userName"])).toBe(true);
});

test("options are listed as manuals list them", () => {
  const options = new Map(
    [...optionData("nixos").files()]
      .filter(({ path }) => path[0] === "services" && ["nginx", "openssh"].includes(path[1]!))
      .flatMap((file) => [...optionsInFile(file)])
      .map((option) => [option.name, option]),
  );
  expect(options.get("services.openssh.ports")).toEqual({
    name: "services.openssh.ports",
    type: "list of 16 bit unsigned integer; between 0 and 65535 (both inclusive)",
    default: "[\n  22\n]",
    declared: ["nixos/modules/services/networking/ssh/sshd.nix"],
    isHidden: false,
  });
  expect(options.get("services.nginx.virtualHosts.<name>.serverName")).toMatchObject({ type: "null or string" });
  expect(options.get("services.openssh.macs")?.isHidden).toBe(true);
});
