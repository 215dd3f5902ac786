/** Functions younger than the file format: files hold them under `_xlfn.`, users see them without. */
const YOUNGER = new Set(
  `ACOT ACOTH ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR
  BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST
  CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS
  DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH
  FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT
  GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH
  IMSINH IMTAN ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST
  NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC
  PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH
  SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE
  TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE
  WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);

/** Two that Excel puts into a worksheet namespace of their own. */
const WORKSHEET_SPACE: ReadonlySet<string> = new Set(["FILTER", "SORT"]);

/** Functions with a dot in their name that are as old as the format. */
const OLD_WITH_DOT: ReadonlySet<string> = new Set([
  "ERROR.TYPE",
  "ISO.CEILING",
  "ECMA.CEILING",
  "NETWORKDAYS.INTL",
  "WORKDAY.INTL",
]);

const ADD_IN = "_xldudf_";

/** Texts, quoted names and structured references, or a name before an opening bracket. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|([A-Za-z_][\w.]*)(?=\()/g;

/** A formula as users see it, of one as files hold it. `_xldudf_RONGHE_AHP` is an add-in's function, `RONGHE.AHP`. */
export function formulaFromFile(formula: string): string {
  if (!formula.includes("_xl")) return formula;
  return formula.replace(PIECE, (whole: string, name: string | undefined) => {
    if (name === undefined) return whole;
    if (name.startsWith(ADD_IN)) return name.slice(ADD_IN.length).replace("_", ".");
    const bare = name.replace(/^_xlfn\.(?:_xlws\.)?/, "");
    return YOUNGER.has(bare) || WORKSHEET_SPACE.has(bare) ? bare : whole;
  });
}

/** A formula as files hold it, of one as users see it. Another name with a dot is an add-in's function. */
export function formulaForFile(formula: string): string {
  return formula.replace(PIECE, (whole: string, name: string | undefined) => {
    if (name === undefined || name.startsWith("_xl")) return whole;
    const upper = name.toUpperCase();
    if (YOUNGER.has(upper)) return `_xlfn.${upper}`;
    if (WORKSHEET_SPACE.has(upper)) return `_xlfn._xlws.${upper}`;
    return upper.includes(".") && !OLD_WITH_DOT.has(upper) ? `${ADD_IN}${upper.replace(".", "_")}` : whole;
  });
}
