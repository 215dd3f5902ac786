import { startOffice, type TestOffice } from "../workbench/office";

/** Opens a workbook for a test, with the globals that the add-in's page has. */
export async function openOffice(...args: Parameters<typeof startOffice>): Promise<TestOffice> {
  const office = await startOffice(...args);
  Object.defineProperty(globalThis, "DOMParser", { value: office.page.window.DOMParser, configurable: true });
  return {
    ...office,
    close: () => {
      office.close();
      Reflect.deleteProperty(globalThis, "DOMParser");
    },
  };
}

/** Names of the sheets, in order. */
export function sheetNames({ host }: TestOffice): readonly string[] {
  const { snapshot } = host.toDocument();
  return snapshot.sheetOrder.map((id) => String(snapshot.sheets[id]?.name));
}
