import { formulaForFile, formulaFromFile } from "../../../src/workbench/files/function-names";

test.each([
  ["_xlfn.XLOOKUP(A1,B:B,C:C)", "XLOOKUP(A1,B:B,C:C)"],
  ["_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))", "SORT(UNIQUE(A1:A9))"],
  ["_xldudf_RONGHE_AHP_WEIGHTS(A1:C3)", "RONGHE.AHP_WEIGHTS(A1:C3)"],
  ["SUM(A1:A3)+NETWORKDAYS.INTL(A1,A2)+ERROR.TYPE(A1)", "SUM(A1:A3)+NETWORKDAYS.INTL(A1,A2)+ERROR.TYPE(A1)"],
  ['"XLOOKUP("&表1[XLOOKUP(]', '"XLOOKUP("&表1[XLOOKUP(]'],
])("%s in a file is %s to the user", (inFile, shown) => {
  expect(formulaFromFile(inFile)).toBe(shown);
  expect(formulaForFile(shown)).toBe(inFile);
});
