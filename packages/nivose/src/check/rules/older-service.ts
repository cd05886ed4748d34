/** Modules that were written from an entry of the catalogue which has changed since. */

import { catalogue } from "../../services/catalogue.ts";
import { provenancePattern } from "../../services/provenance.ts";
import type { FileRule } from "../rule.ts";

export const rule: FileRule = {
  code: "older-service",
  family: "services",
  level: "note",
  class: "certain",
  reads: "file",
  title: "A service that the catalogue would write in another way now",
  explain:
    "`nivose add service` says in a comment from which version of its entry in the catalogue a service was written. The entry has a newer " +
    "version: there is a reason to write it in another way, such as an option that has another name, or a state that was not known. " +
    "`nivose add service NAME --on HOST --update` shows what is different and keeps what was changed by hand. Who wants it to stay as it is " +
    "takes the comment away.",
  example: {
    bad: `# Grafana: draws figures as pages.
# From nivose's catalogue of services: grafana, version 0.
{
  services.grafana.enable = true;
}
`,
    good: `# Grafana: draws figures as pages.
{
  services.grafana.enable = true;
}
`,
  },
  *check(file) {
    if (!file.mentions("nivose's catalogue")) return;
    const text = Buffer.from(file.bytes).toString("latin1");
    for (const found of text.matchAll(new RegExp(provenancePattern(), "gu"))) {
      const [whole, name = "", version = ""] = found;
      const entry = catalogue[name];
      if (entry === undefined || Number(version) >= entry.version) continue;
      yield {
        text: `${entry.title} was written from version ${version} of its entry, which is at version ${entry.version} now`,
        at: file.at({ start: found.index, end: found.index + whole.length }),
        hint: `'nivose add service ${name} --on HOST --update' shows what is different`,
      };
    }
  },
};
