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
    });
  });

  it("ends where no button runs a function", () => {
    expect(ribbonCommand("<OfficeApp><FunctionFile resid='a'/></OfficeApp>")).toBeNull();
    expect(ribbonCommand("not xml")).toBeNull();
  });
});
