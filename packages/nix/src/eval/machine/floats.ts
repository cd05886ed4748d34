/**
 * Floats as Nix prints them. Both notations are C's: a tie is rounded to the even digit, where JavaScript rounds it up,
 * and what is no number has a sign. JSON has a notation of its own.
 */

import { floatValue, type Handle, isPositiveNotANumber } from "../memory/heap.ts";

/** As values are shown, and in XML: six digits that count (`1.5`, `1e+21`, `1.23457e+08`). */
export function floatText(handle: Handle): string {
  const value = floatValue(handle);
  if (!Number.isFinite(value)) return notFinite(handle, value);
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [digits, exponent] = splitExponent(rounded(value.toExponential(5), value.toExponential(5 + MORE_DIGITS)));
  const power = Number(exponent.slice(1));
  if (power < -4 || power >= 6) {
    return `${trimmed(digits)}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return trimmed(shifted(digits, power));
}

/** As `toString` has it: six digits behind the point. */
export function fixedFloatText(handle: Handle): string {
  const value = floatValue(handle);
  if (!Number.isFinite(value)) return notFinite(handle, value);
  if (Object.is(value, -0)) return "-0.000000";
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}.000000`;
  return rounded(value.toFixed(6), value.toFixed(6 + MORE_DIGITS));
}

/** Where two roundings are equally near, all further digits are a five and noughts; what is only near that shows by here. */
const MORE_DIGITS = 60;

/** JavaScript's rounding, or that to the even digit where the exact digits say that both are equally near. */
function rounded(up: string, exact: string): string {
  const [upDigits, upExponent] = splitExponent(up);
  const [exactDigits, exactExponent] = splitExponent(exact);
  // digits that are carried to another power of ten end in a nine before, which is odd
  if (upExponent !== exactExponent) return up;
  const down = exactDigits.slice(0, upDigits.length);
  const isTie = /^50*$/.test(exactDigits.slice(upDigits.length));
  return isTie && /[02468]$/.test(down) ? down + exactExponent : up;
}

function splitExponent(text: string): readonly [digits: string, exponent: string] {
  const at = text.indexOf("e");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

/** The digits `d.ddddd` with the point moved. */
function shifted(digits: string, power: number): string {
  const sign = digits.startsWith("-") ? "-" : "";
  const plain = digits.slice(sign.length).replace(".", "");
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${plain}`;
  return `${sign}${plain.slice(0, power + 1)}.${plain.slice(power + 1)}`;
}

/** Without the noughts at the end of a fraction, and without a point that has none behind it. */
function trimmed(digits: string): string {
  return digits.replace(/\.?0*$/, "");
}

function notFinite(handle: Handle, value: number): string {
  if (Number.isNaN(value)) return isPositiveNotANumber(handle) ? "nan" : "-nan";
  return value > 0 ? "inf" : "-inf";
}
