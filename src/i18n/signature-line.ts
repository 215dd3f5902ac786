const BLANK_LINE = "………………";

/** The line below a tab on which it is signed. */
export const signatureLine = `填报人：${BLANK_LINE}　　审核人：${BLANK_LINE}　　　　　　年　　　月　　　日`;
