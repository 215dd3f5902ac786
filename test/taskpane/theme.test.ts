import { isDark } from "../../src/taskpane/theme";

test.each([
  ["#ffffff", false],
  ["#FAF9F8", false],
  ["#262626", true],
  ["#000000", true],
])("an Office whose background is %s is drawn dark: %s", (bodyBackgroundColor, dark) => {
  expect(isDark({ bodyBackgroundColor }, !dark)).toBe(dark);
});

test("where Office says nothing of its look, the system's preference counts", () => {
  expect(isDark(null, true)).toBe(true);
  expect(isDark(null, false)).toBe(false);
});
