import { unitValue } from "./unit-interval";

/**
 * Fusion index (融合指数) F = 100·√(D·L), 0–100: the geometric mean of coordination degree D (are both wings strong and
 * balanced?) and linkage L (联结度: are they tied together?). It wants both: balanced wings without ties are 两张皮, ties
 * without substance are show.
 *
 * D and L lie in [0, 1] (1e-9 of tolerance). `null` where either is `null` (未评) or outside.
 *
 * Source: the product's own index (docs/methodology.md §5); the geometric mean as in the Human Development Index.
 */
export function fusion(coordination: number | null, linkage: number | null): number | null {
  if (coordination === null || linkage === null) return null;
  const d = unitValue(coordination);
  const l = unitValue(linkage);
  return d === null || l === null ? null : 100 * Math.sqrt(d * l);
}
