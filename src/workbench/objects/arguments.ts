import { ApiError } from "../wire/api-error";
import type { Arguments } from "../wire/wire-object";

/** The argument as text; refused where it is anything else. */
export function textArgument(args: Arguments, index: number): string {
  const value = args[index];
  if (typeof value !== "string") throw new ApiError("InvalidArgument");
  return value;
}

/** The argument as text; undefined where it was left out. */
export function optionalText(args: Arguments, index: number): string | undefined {
  const value = args[index];
  return value === null || value === undefined ? undefined : textArgument(args, index);
}

/** The argument as a whole number; refused where it is anything else. */
export function integerArgument(args: Arguments, index: number, fallback?: number): number {
  const value = args[index] ?? fallback;
  if (typeof value !== "number" || !Number.isInteger(value)) throw new ApiError("InvalidArgument");
  return value;
}

/** The item of a collection at the index that the argument names; refused outside the collection. */
export function itemAt<T>(items: readonly T[], args: Arguments): T {
  const found = items[integerArgument(args, 0)];
  if (found === undefined) throw new ApiError("InvalidArgument");
  return found;
}

/** The argument as true or false; the fallback where it was left out. */
export function booleanArgument(args: Arguments, index: number, fallback: boolean): boolean {
  const value = args[index] ?? fallback;
  if (typeof value !== "boolean") throw new ApiError("InvalidArgument");
  return value;
}

/** A property's new value as text. */
export function requireText(value: unknown): string {
  if (typeof value !== "string") throw new ApiError("InvalidArgument");
  return value;
}

/** A property's new value as a finite number inside the given limits. */
export function requireNumber(
  value: unknown,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < least || value > most)
    throw new ApiError("InvalidArgument");
  return value;
}

/** A property's new value as true or false. */
export function requireBoolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw new ApiError("InvalidArgument");
  return value;
}

/** One of the names that an enumeration allows, whatever case the client wrote it in. */
export function requireOneOf<T extends string>(value: unknown, allowed: readonly T[]): T {
  const wanted = typeof value === "string" ? value.toLowerCase() : "";
  const found = allowed.find((name) => name.toLowerCase() === wanted);
  if (found === undefined) throw new ApiError("InvalidArgument");
  return found;
}
