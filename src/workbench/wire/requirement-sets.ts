/** Requirement sets that a host offers: name → version, e.g. `{ExcelApi: "1.14"}`. */
export type OfferedSets = Readonly<Record<string, string>>;

/** A requirement set that a member belongs to. */
export interface RequirementSet {
  readonly name: string;
  readonly version: string;
}

/**
 * What the stand-in claims unless told otherwise: Excel LTSC 2021's level of the Excel API, and the shared runtime.
 * Versions are text because 1.14 is above 1.2.
 */
export const defaultSets: OfferedSets = {
  ExcelApi: "1.14",
  // The runtime's own set, beside the one that add-ins ask for: results as arrays, and what `runtimeFeatures` names.
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.4",
  CustomXmlParts: "1.1",
  DelayForCellEdit: "1.1",
  RibbonApi: "1.1",
  RichApiRuntime: "1.2",
  Settings: "1.1",
  SharedRuntime: "1.1",
};

function parts(version: string): readonly [number, number] {
  const [major = "0", minor = "0"] = version.split(".");
  return [Number(major), Number(minor)];
}

/** True where the offered version of the set is at least the one asked for. */
export function isOffered(offered: OfferedSets, set: RequirementSet): boolean {
  const version = offered[set.name];
  if (version === undefined) return false;
  const [major, minor] = parts(version);
  const [askedMajor, askedMinor] = parts(set.version);
  return major > askedMajor || (major === askedMajor && minor >= askedMinor);
}
