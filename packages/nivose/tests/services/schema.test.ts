/** What is told of an entry of the catalogue that is no service. */
import { expect, test } from "vitest";
import { serviceProblems } from "../../src/services/schema.ts";

const good = {
  version: 1,
  title: "Thing",
  purpose: "Does things",
  options: "services.thing",
  enable: { enable: true, at: { $text: "{web.address}:{web.port}" } },
  ports: { web: { number: 80, reach: "proxy" } },
  listens: [],
  health: { kind: "http", port: "web", path: "/" },
};

test("a service is one", () => {
  expect(serviceProblems(good)).toEqual([]);
  expect(
    serviceProblems({ ...good, listens: [{ port: ["a", "b.c"], usual: ["[::]:80"], unless: ["a", "x"] }] }),
  ).toEqual([]);
});

test.each<[string, object, string]>([
  ["nothing known is missing", { ...good, health: undefined, version: 0 }, "version is not a version"],
  ["a word that nobody knows", { ...good, enabel: {} }, "the entry has enabel, which nobody knows"],
  ["another value of Nix", { ...good, enable: { a: [{ $expression: "1" }] } }, "$expression, which nobody knows"],
  ["a word beside others", { ...good, enable: { a: { $nix: "1", b: 2 } } }, "$nix, which nobody knows"],
  ["a port that it has not", { ...good, enable: { a: { $port: "api" } } }, "enable mentions the port api"],
  ["a port in a text", { ...good, beside: { a: { $text: "{api.port}" } } }, "beside mentions the port api"],
  ["a secret that it has not", { ...good, enable: { a: { $secret: "key" } } }, "enable mentions the secret key"],
  ["a question that it has not", { ...good, enable: { a: { $answer: "url" } } }, "enable mentions the question url"],
  ["the port of another one", { ...good, enable: { a: { $port: "needed" } } }, "enable mentions the port needed"],
  ["a port of health", { ...good, health: { kind: "tcp", port: "api" } }, "health mentions the port api"],
  ["health of no kind", { ...good, health: { kind: "smell" } }, "health is of no kind"],
  ["a port out of range", { ...good, ports: { web: { number: 65_536, reach: "proxy" } } }, "number is not a port"],
  ["nobody to reach it", { ...good, ports: { web: { number: 80 } } }, "the entry.ports.web has no reach"],
  ["a release", { ...good, releases: { from: "25.5" } }, "releases.from is not a release"],
  ["a new name without a release", { ...good, releases: { renamed: [{ option: "a", to: "b" }] } }, "has no in"],
  ["a first release beside an old one", { ...good, releases: { from: "23.05", known: "24.05" } }, "no first release"],
  ["a release before the first", { ...good, releases: { from: "23.05", written: "22.11" } }, "are not in order"],
  ["a need of no kind", { ...good, needs: [{ kind: "tea", of: ["x"] }] }, "needs.0.kind is none of"],
  ["several without a name", { ...good, options: "services.things.*" }, "instance is for what has several"],
  ["no set", [good], "the entry is no set"],
])("%s is told", (_case, entry, problem) => {
  expect(serviceProblems(entry).join("\n")).toContain(problem);
});
