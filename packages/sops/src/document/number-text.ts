/** Floating point numbers as Go writes them: the shortest digits that give the same number. */

/** Without an exponent, as in ciphertexts and in the MAC. */
export function decimalText(value: number): string {
  const special = specialText(value, "+Inf", "-Inf", "NaN");
  if (special !== undefined) return special;
  const { sign, digits, point } = decimal(value);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`.replace(/\.0*$/, "");
  if (point >= digits.length) return sign + digits.padEnd(point, "0");
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** With an exponent where that is shorter, as in YAML. */
export function shortText(value: number): string {
  const special = specialText(value, ".inf", "-.inf", ".nan");
  if (special !== undefined) return special;
  const { sign, digits, point } = decimal(value);
  const exponent = point - 1;
  if (exponent >= -4 && exponent < SHORT_LIMIT) return decimalText(value);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  const power = String(Math.abs(exponent)).padStart(2, "0");
  return `${sign}${digits.slice(0, 1)}${fraction}e${exponent < 0 ? "-" : "+"}${power}`;
}

/** From this exponent on, a number is written with it. */
const SHORT_LIMIT = 6;

function specialText(value: number, plus: string, minus: string, none: string): string | undefined {
  if (Number.isNaN(value)) return none;
  if (value === Infinity) return plus;
  return value === -Infinity ? minus : undefined;
}

/** The digits without zeros around them, and how many of them stand before the point. */
function decimal(value: number): { readonly sign: string; readonly digits: string; readonly point: number } {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  return { sign, digits, point: digits === "0" ? 1 : Number(exponent) + 1 };
}
