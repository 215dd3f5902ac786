import { readFileSync } from "node:fs";
import path from "node:path";
import { addInFrom } from "../../../src/workbench/page/add-in";

const manifest = readFileSync(path.join(__dirname, "../../../manifest.xml"), "utf8");

test.each([
  ["zh-CN", "融合评估", "一键评估", "functions.json"],
  ["en-US", "Ronghe", "Assess", "functions.en-US.json"],
] as const)("the manifest gives the ribbon, the page and the functions in %s", (locale, tab, assess, metadata) => {
  const addIn = addInFrom(manifest, locale);
  expect(addIn).toMatchObject({ page: "taskpane.html", tab, functions: { namespace: "RONGHE", metadata } });
  const buttons = addIn?.groups.flatMap((group) => group.buttons) ?? [];
  expect(buttons[0]?.action).toEqual({ kind: "pane" });
  const button = buttons.find(({ label }) => label === assess);
  expect(button?.action).toEqual({ kind: "command", functionName: "assess" });
  expect(button?.icon).toBe("assets/icons/assess-32.png");
  expect(buttons.every(({ id, label, tip, icon }) => id && label && tip && icon)).toBe(true);
});

test("a text that is no manifest gives nothing", () => {
  expect(addInFrom("", "zh-CN")).toBeNull();
  expect(addInFrom("<OfficeApp><Id>1</Id></OfficeApp>", "zh-CN")).toBeNull();
});
