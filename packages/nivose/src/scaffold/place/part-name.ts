/** What a part can be called: its name becomes that of a file, of an attribute and of an option. */

import type { Message } from "@nivose/nix/message";
import { isKeyword } from "@nivose/nix/syntax";
import { meaningNames } from "../spec/allowed-names.ts";
import { placeMessages } from "./messages.ts";

export function faultOfName(kind: string, name: string): Message | undefined {
  const why = reason(name);
  return why === undefined ? undefined : placeMessages["part-name"](kind, name, why);
}

function reason(name: string): string | undefined {
  if (name === "") return "it is empty";
  if (name.length > MOST) return `it has more than ${MOST} letters`;
  if (/[/\\]/u.test(name)) return "it names a folder, and each part has a place of its own";
  if (/\s/u.test(name)) return "it has a blank in it";
  if (!/^[A-Za-z0-9_-]+$/u.test(name))
    return "it has something else in it than letters, digits, dashes and underscores";
  if (!/^[A-Za-z_]/u.test(name)) return "it does not begin with a letter";
  if (isKeyword(name) || name === "or") return "it is a word of Nix";
  if (name === "default") return "that is the name of the file that reads the others";
  // what begins so is read by Nix itself, as `__functor` is
  if (meaningNames.includes(name) || name.startsWith("__")) return "that name means something else in Nix files";
  return undefined;
}

const MOST = 63;
