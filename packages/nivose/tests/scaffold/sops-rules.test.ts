import { encryptionFor, Identity, readCreationRules } from "@nivose/sops";
import { expect, test } from "vitest";
import { homelab } from "../../src/scaffold/presets/homelab.ts";
import { sopsRules } from "../../src/scaffold/sops-rules.ts";
import { resolved } from "./sound-repository.ts";

test("the rules of a fleet tell operators apart whose names are nearly the same", () => {
  const ages = [1, 2].map((byte) => Identity.generate((length) => new Uint8Array(length).fill(byte)).recipient);
  const operators = ["a-b", "a_b"].map((name, index) => ({ name, age: ages[index]! }));
  const fleet = resolved({ hosts: [{ name: "luna" }], secrets: { operators } }, homelab);
  const text = sopsRules([{ path: "secrets.yaml", document: "", hosts: ["luna"] }], fleet);
  expect(encryptionFor(readCreationRules(text), "secrets.yaml").recipients).toEqual(ages);
});
