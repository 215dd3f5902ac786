import { installedMemberTables } from "../../../src/workbench/transport/member-tables";
import { parseMemberTables } from "../../../src/workbench/wire/member-tables";

const tables = installedMemberTables();

describe("member tables of the installed library", () => {
  test("tell a property's client name, whether it may be set and its requirement set", () => {
    expect(tables["Range"]?.properties["Values"]).toEqual({
      name: "values",
      writable: true,
      set: { name: "ExcelApi", version: "1.1" },
    });
    expect(tables["Range"]?.properties["Text"]?.writable).toBe(false);
    expect(tables["Range"]?.properties["HasSpill"]?.set).toEqual({ name: "ExcelApi", version: "1.12" });
  });

  test("tell where a navigation property and a method lead", () => {
    expect(tables["Worksheet"]?.navigation["PageLayout"]).toMatchObject({
      type: "PageLayout",
      set: { version: "1.9" },
    });
    expect(tables["WorksheetCollection"]?.methods["Indexer"]).toMatchObject({ name: "getItem", type: "Worksheet" });
    expect(tables["Functions"]?.methods["Date"]).toMatchObject({
      type: "FunctionResult",
      parameters: ["year", "month", "day"],
    });
  });

  test("know the wire names that the library uses for setting only", () => {
    expect(tables["Worksheet"]?.aliases).toEqual({ Gridlines: "ShowGridlines", Headings: "ShowHeadings" });
  });

  test("cover every class of the library", () => {
    expect(Object.keys(tables).length).toBeGreaterThan(150);
  });
});

test("a text that is not the debug build is refused", () => {
  expect(() => parseMemberTables("var Excel = {};")).toThrow("Not the debug build");
});
