import type { AhpFault, AhpMethod } from "../core/methods/ahp";
import { type Rows, choice, optional, wholeNumbers } from "./parameters";
import { type Failure, invalid } from "./values";

/** RI is known up to this number of criteria (methodology §5). */
const MOST_WITH_INDEX = 15;

/** The parameter 判断矩阵 of the AHP functions. */
export const comparisonMatrix = wholeNumbers({
  label: { "zh-CN": "判断矩阵", "en-US": "matrix" },
  description: {
    "zh-CN": "n×n 的正互反矩阵：第 i 行第 j 列为 i 比 j 重要的倍数；1/3 可写作文本。",
    "en-US": "n×n, positive and reciprocal: row i, column j says how much i outweighs j; 1/3 may be text.",
  },
});

/** The parameter 方法 of the AHP functions. */
export const ahpMethod = optional<AhpMethod>(
  choice<AhpMethod>(
    {
      label: { "zh-CN": "方法", "en-US": "method" },
      description: {
        "zh-CN": "eigenvector 特征根法（默认）、geometric 根法、columns 和法。",
        "en-US": "eigenvector (default), geometric (根法) or columns (和法).",
      },
    },
    {
      eigenvector: "eigenvector",
      geometric: "geometric",
      columns: "columns",
      特征根法: "eigenvector",
      特征向量法: "eigenvector",
      根法: "geometric",
      和法: "columns",
    },
  ),
  "eigenvector",
);

/** What the user is told about a matrix that is none of pairwise comparisons. */
export function matrixFailure(fault: AhpFault, matrix: Rows<number>): Failure {
  const cell = (row: number, column: number): string => String(matrix[row]?.[column] ?? "");
  switch (fault.code) {
    case "empty":
      return invalid("missingArgument", {}, "matrix");
    case "tooLarge":
      return invalid("matrixTooLarge", { most: MOST_WITH_INDEX, found: matrix.length }, "matrix");
    case "notSquare":
      return invalid("notSquare", { rows: matrix.length, columns: matrix[0]?.length ?? 0 }, "matrix");
    case "notPositive":
      return invalid("positiveExpected", { ...place(fault), text: cell(fault.row, fault.column) }, "matrix");
    case "diagonalNotOne":
      return invalid("diagonalNotOne", { ...place(fault), text: cell(fault.row, fault.column) }, "matrix");
    case "notReciprocal":
      return invalid(
        "notReciprocal",
        { ...place(fault), text: cell(fault.row, fault.column), opposite: cell(fault.column, fault.row) },
        "matrix",
      );
  }
}

function place({ row, column }: { readonly row: number; readonly column: number }): Readonly<Record<string, number>> {
  return { row: row + 1, column: column + 1 };
}
