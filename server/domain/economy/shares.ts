/**
 * Whether two shares of counts differ beyond chance at 95 %: two-sided z test with the pooled share. Where one group is
 * part of the other the test is cautious, since a part resembles its whole.
 */
export function sharesDiffer(a: { share: number; n: number }, b: { share: number; n: number }): boolean {
  if (a.n === 0 || b.n === 0) return false
  const pooled = (a.share * a.n + b.share * b.n) / (a.n + b.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
  return error > 0 && Math.abs(a.share - b.share) / error > 1.96
}
