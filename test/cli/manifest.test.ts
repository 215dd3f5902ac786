import { readFileSync } from "node:fs";
import path from "node:path";
import { ribbonCommand } from "../../src/workbench/cli/manifest";

describe("the way from the manifest to the command", () => {
  it("leads to the page and the function of the ribbon's button", () => {
    const manifest = readFileSync(path.resolve(__dirname, "../../manifest.xml"), "utf8");
    expect(ribbonCommand(manifest)).toEqual({
      addIn: { id: "6f0c2f5e-3d0b-4c8e-9c55-7a1f5b0e2d64", version: "0.1.0.0" },
      pageUrl: "https://localhost:3000/taskpane.html",
      functionName: "assess",
      functions: { namespace: "RONGHE", metadataUrl: "https://localhost:3000/functions.json" },
    });
  });

  it("leads to any other button's function by its name", () => {
    const manifest = `<OfficeApp><Id>1</Id><Version>1.0</Version><Action xsi:type="ExecuteFunction"><FunctionName>one</FunctionName></Action>
      <Action xsi:type="ExecuteFunction"><FunctionName>other</FunctionName></Action><FunctionFile resid="a"/><Url id="a" DefaultValue="u"/></OfficeApp>`;
    expect(ribbonCommand(manifest, "other")).toMatchObject({ functionName: "other", pageUrl: "u", functions: null });
    expect(ribbonCommand(manifest, "none")).toBeNull();
  });

  it("ends where no button runs a function", () => {
    expect(ribbonCommand("<OfficeApp><FunctionFile resid='a'/></OfficeApp>")).toBeNull();
    expect(ribbonCommand("not xml")).toBeNull();
  });
});
