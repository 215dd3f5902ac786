import fc from "fast-check";

/** An index within [0, 1]. */
export const index = fc.double({ min: 0, max: 1, noNaN: true });

/** A weight that is neither zero nor so small or large that only rounding is tested. */
export const weight = fc.double({ min: 0.01, max: 100, noNaN: true });

/** A figure as ledgers hold them. */
export const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });

/** Indices and as many weights. */
export const weighted = fc
  .array(fc.tuple(index, weight), { minLength: 2, maxLength: 6 })
  .map((pairs) => ({ indices: pairs.map(([value]) => value), weights: pairs.map(([, value]) => value) }));

/** A matrix of whole figures, given by rows. */
export const matrix = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
