/**
 * Nix's three ways to write a float. All of them are C's, so ties are rounded to even where JavaScript rounds them up.
 *
 * A value that is no number is `-nan` here: that is what arithmetic on the usual processors makes. Nix writes `nan` for
 * one that comes from TOML.
 */

import { shortestDigits } from "./shortest.ts";

/** As values are printed, and in XML: six significant digits (`1.5`, `1e+21`, `1.23457e+08`). */
export function printFloat(value: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const sign = value < 0 ? "-" : "";
  const { digits, exponent } = roundedDigits(Math.abs(value), SIGNIFICANT);
  const significant = digits.replace(/0+$/, "");
  if (exponent >= -4 && exponent < SIGNIFICANT) return sign + positional(significant, exponent + 1);
  return `${sign}${scientific(significant)}e${signedExponent(exponent)}`;
}

/** As `toString` writes it: six digits behind the point (`1.500000`). */
export function floatToString(value: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const magnitude = Math.abs(value);
  const sign = Object.is(magnitude, value) ? "" : "-";
  if (magnitude >= 1e21) return `${sign}${BigInt(magnitude)}.000000`;
  const exact = magnitude.toFixed(FIXED + SURELY_EXACT);
  const dot = exact.length - FIXED - SURELY_EXACT;
  return sign + roundHalfToEven(exact, dot + FIXED, magnitude.toFixed(FIXED));
}

/** As JSON has it: the digits that are needed to read the same float again (`1.5`, `1e+21`); `null` if there are none. */
export function floatToJson(value: number): string {
  if (!Number.isFinite(value)) return "null";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  if (isShort(value)) return Number.isInteger(value) ? `${value}.0` : String(value);
  const sign = value < 0 ? "-" : "";
  const { digits, exponent } = shortestDigits(Math.abs(value));
  const point = exponent + 1;
  if (point > -4 && point <= LARGEST_JSON_POINT) {
    const text = positional(digits, point);
    return sign + (text.includes(".") ? text : `${text}.0`);
  }
  return `${sign}${scientific(digits)}e${signedExponent(exponent)}`;
}

/** Whether a float is exactly what a few digits say, so that there is but one way to write it in short. */
function isShort(value: number): boolean {
  return Math.abs(value) < 2 ** 30 && Number.isInteger(value * 8);
}

const SIGNIFICANT = 6;
const FIXED = 6;
const LARGEST_JSON_POINT = 15;
/** A tie between two roundings shows within so many more digits: it has one digit more, and then nothing. */
const SURELY_EXACT = 20;

/** The first digits of a positive float and the power of ten of the very first, rounded as C rounds. */
function roundedDigits(value: number, count: number): { readonly digits: string; readonly exponent: number } {
  const [exact, exponent] = split(value.toExponential(count - 1 + SURELY_EXACT));
  const [up, upExponent] = split(value.toExponential(count - 1));
  const rounded = roundHalfToEven(exact, count, up);
  return { digits: rounded, exponent: rounded === up ? upExponent : exponent };
}

function split(text: string): readonly [digits: string, exponent: number] {
  const [significand, exponent] = text.split("e");
  return [significand!.replace(".", ""), Number(exponent)];
}

/** `up` is what JavaScript rounds to; it differs from C only in ties whose last digit that is kept is even. */
function roundHalfToEven(exact: string, kept: number, up: string): string {
  const isTie = /^50*$/.test(exact.slice(kept).replace(".", ""));
  const isEven = "02468".includes(exact[kept - 1] === "." ? exact[kept - 2]! : exact[kept - 1]!);
  return isTie && isEven ? exact.slice(0, kept) : up;
}

/** Digits with a point, or with noughts, so that `point` digits stand before it. */
function positional(digits: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function scientific(digits: string): string {
  return digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
}

function signedExponent(exponent: number): string {
  return (exponent < 0 ? "-" : "+") + String(Math.abs(exponent)).padStart(2, "0");
}

function notFinite(value: number): string {
  return Number.isNaN(value) ? "-nan" : value < 0 ? "-inf" : "inf";
}
