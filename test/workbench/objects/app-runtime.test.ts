import { startOffice, type TestOffice } from "../office";

let office: TestOffice;
afterEach(() => office.close());

test.each(["web", "desktop"] as const)("the add-in shows its pane and hides it again: %s", async (transport) => {
  office = await startOffice(undefined, { transport });
  const shown = () => office.host.book.isPaneShown;
  expect(shown()).toBe(false);
  await office.Office.addin.showAsTaskpane();
  expect(shown()).toBe(true);
  await office.Office.addin.hide();
  expect(shown()).toBe(false);
});
