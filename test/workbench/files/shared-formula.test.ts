import { shiftFormula } from "../../../src/workbench/files/shared-formula";

test.each([
  ["A1+B$2+$C3+$D$4", 1, 1, "B2+C$2+$C4+$D$4"],
  ["SUM(A1:B2)*3", 2, 0, "SUM(A3:B4)*3"],
  ["'2021年 A1'!A1&\"A1\"&台账!B2", 0, 1, "'2021年 A1'!B1&\"A1\"&台账!C2"],
  ["SUM(A:A)+SUM(1:1)+SUM($B:$B)", 1, 1, "SUM(B:B)+SUM(2:2)+SUM($B:$B)"],
  ["LOG10(A1)+ATAN2(A1,B1)+RONGHE.D1(A1)", 1, 0, "LOG10(A2)+ATAN2(A2,B2)+RONGHE.D1(A2)"],
  ["活动台账[@实到]/Table1[[#This Row],[A1]]+A1", 1, 0, "活动台账[@实到]/Table1[[#This Row],[A1]]+A2"],
  ["合计A1+A1合计+_A1+A1.5", 1, 0, "合计A1+A1合计+_A1+A1.5"],
  ["XFD1+A1048576", 1, 1, "A2+B1"],
  ["ABCD1+XFE1+A1048577", 1, 1, "ABCD1+XFE1+A1048577"],
])("%s moved by %i rows and %i columns is %s", (formula, rows, columns, moved) => {
  expect(shiftFormula(formula, rows, columns)).toBe(moved);
});
