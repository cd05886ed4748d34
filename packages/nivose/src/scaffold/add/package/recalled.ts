/** What was asked for when a package was added, as its file tells. */

import path from "node:path";
import { fillPattern } from "../../place/pattern.ts";
import { placesOf } from "../../place/places-of.ts";
import type { Site } from "../../site/site.ts";
import type { Language } from "../languages.ts";
import type { PackageRequest } from "./request.ts";

/** `begun` is what it would begin with, if it is in a language. */
export function recalled(
  site: Site,
  request: PackageRequest,
  begun: (language: Language) => readonly string[],
): PackageRequest {
  const found = placesOf(site, "package");
  if ("problem" in found) return request;
  const file = fillPattern(found.places[0].path, { name: request.name });
  const text = Buffer.from(site.repository.read(file) ?? []).toString();
  const language = (Object.keys(builders) as Language[]).find((each) => text.includes(builders[each]));
  const source = /src = (\.[^;]*);/u.exec(text)?.[1];
  const root = /root = (\.[^;]*);/u.exec(text)?.[1];
  const folder = path.posix.dirname(file);
  const at = source ?? (text.includes("fileset.difference") || root?.startsWith("..") === true ? root : undefined);
  const from = at === undefined ? undefined : path.posix.join(folder, at).replace(/\/$/u, "");
  // what begins with the package lies at its place, and nobody asked for it by --from
  const own = language === undefined ? [] : begun(language);
  const isBegun = own.length > 0 && own.every((each) => site.repository.exists(each) && isWithin(each, from ?? folder));
  return {
    ...request,
    ...(language === undefined ? {} : { language }),
    ...(from === undefined || isBegun ? {} : { from: from === "." ? "" : from }),
  };
}

function isWithin(file: string, folder: string): boolean {
  return folder === "." || file.startsWith(`${folder}/`);
}

/** What the file of a package calls. */
const builders: Readonly<Record<Language, string>> = {
  python: "buildPythonApplication",
  node: "buildNpmPackage",
  go: "buildGoModule",
  rust: "buildRustPackage",
  plain: "stdenvNoCC.mkDerivation",
};
