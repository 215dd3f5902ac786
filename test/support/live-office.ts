import { displayLanguage } from "../../src/excel/display-language";
import { inTurns } from "../../src/excel/turns";
import { associateFunctions } from "../../src/functions/associate";
import { metadata } from "../../src/functions/metadata";
import { NAMESPACE } from "../../src/functions/namespace";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { startOffice, type TestOffice } from "../workbench/office";

/** Whether the add-in's functions are there: `associated` as on its page, `silent` with nothing behind them, or `absent`. */
export type Functions = "associated" | "silent" | "absent";

/**
 * Lets the time of a page pass ten times as fast. The genuine runtime collects answers of functions for half a second per level of what
 * depends on what: it is the order that tests are about, not the half seconds.
 */
function hurry(window: Pick<Window, "setTimeout">): void {
  const { setTimeout: start } = window;
  Object.defineProperty(window, "setTimeout", {
    value: (call: () => void, milliseconds = 0) => start(call, milliseconds / 10),
  });
}

/** Starts office.js on a workbook with the add-in's worksheet functions, and the globals that its code looks up. */
export async function startLive(document: WorkbookDocument, functions: Functions = "associated"): Promise<TestOffice> {
  const described = { namespace: NAMESPACE, metadata: metadata("zh-CN", "https://addin.example.org/help.html") };
  const office = await startOffice(document, functions === "absent" ? {} : { functions: described });
  hurry(office.page.window);
  const { CustomFunctions: own, DOMParser: parser } = office.page.window;
  Object.defineProperty(globalThis, "CustomFunctions", { value: own, configurable: true });
  Object.defineProperty(globalThis, "DOMParser", { value: parser, configurable: true });
  if (functions === "associated") associateFunctions(displayLanguage, inTurns);
  return {
    ...office,
    close: () => {
      Reflect.deleteProperty(globalThis, "CustomFunctions");
      Reflect.deleteProperty(globalThis, "DOMParser");
      office.close();
    },
  };
}
