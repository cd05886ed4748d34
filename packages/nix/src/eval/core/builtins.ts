/**
 * Builtins that need nothing but words, which are most of those that are called. Where there is something to be said, as of
 * a list that is too short, the builtin in JavaScript says it: it gets what the core does not do.
 */

import { applyOutside } from "../machine/builtin.ts";
import { isFloat, isInteger } from "../memory/kinds.ts";
import { FALSE, type Handle, heap, LIST, PATH, STRING, ATTRS, NULL, TRUE } from "../memory/words.ts";
import * as Core from "./builtin-numbers.ts";
import {
  concatLists,
  concatMap,
  elem,
  elemAt,
  filter,
  foldl,
  genList,
  head,
  length,
  map,
  search,
  tail,
} from "./lists.ts";
import { mapAttrs } from "./sets.ts";
import { isFunction } from "./calls.ts";
import { force } from "./values.ts";

export function applyBuiltin(builtin: Handle, first: Handle, second: Handle, third: Handle): Handle {
  const result = applied(heap[(builtin >>> 3) + 3]!, first, second, third);
  return result === 0 ? applyOutside(builtin, first, second, third) : result;
}

/** The result of one of the core's builtins; 0 if it is left to JavaScript. */
function applied(number: number, first: Handle, second: Handle, third: Handle): Handle {
  switch (number) {
    case Core.IS_ATTRS:
      return (force(first) & 7) === ATTRS ? TRUE : FALSE;
    case Core.IS_LIST:
      return (force(first) & 7) === LIST ? TRUE : FALSE;
    case Core.IS_STRING:
      return (force(first) & 7) === STRING ? TRUE : FALSE;
    case Core.IS_PATH:
      return (force(first) & 7) === PATH ? TRUE : FALSE;
    case Core.IS_FUNCTION:
      return isFunction(force(first)) ? TRUE : FALSE;
    case Core.IS_BOOL: {
      const value = force(first);
      return value === TRUE || value === FALSE ? TRUE : FALSE;
    }
    case Core.IS_NULL:
      return force(first) === NULL ? TRUE : FALSE;
    case Core.IS_INT:
      return isInteger(force(first)) ? TRUE : FALSE;
    case Core.IS_FLOAT:
      return isFloat(force(first)) ? TRUE : FALSE;
    case Core.SEQ:
      force(first);
      return force(second);
    case Core.LENGTH:
      return length(first);
    case Core.HEAD:
      return head(first);
    case Core.TAIL:
      return tail(first);
    case Core.ELEM_AT:
      return elemAt(first, second);
    case Core.MAP:
      return map(first, second);
    case Core.FILTER:
      return filter(first, second);
    case Core.ELEM:
      return elem(first, second);
    case Core.CONCAT_LISTS:
      return concatLists(first);
    case Core.CONCAT_MAP:
      return concatMap(first, second);
    case Core.FOLDL:
      return foldl(first, second, third);
    case Core.ANY:
      return search(first, second, TRUE);
    case Core.ALL:
      return search(first, second, FALSE);
    case Core.GEN_LIST:
      return genList(first, second);
    case Core.MAP_ATTRS:
      return mapAttrs(first, second);
    default:
      return 0;
  }
}
