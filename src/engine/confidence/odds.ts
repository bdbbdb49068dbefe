/** The log-odds of a probability: ln(p / (1 − p)). */
export function logit(probability: number): number {
  return Math.log(probability) - Math.log1p(-probability);
}

/** The probability of log-odds, the inverse of `logit`. */
export function logistic(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  return Math.exp(logOdds) / (1 + Math.exp(logOdds));
}

/** The odds of a probability: p / (1 − p). */
export function oddsOf(probability: number): number {
  return probability / (1 - probability);
}

/** ln Σ exp(x), without overflow; −Infinity for nothing. */
export function logSum(logs: readonly number[]): number {
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  if (most === -Infinity) return most;
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/**
 * The second derivative of ln Γ(x), for x > 0. The variance of logit(a) under a ~ Beta(α, β) is ψ′(α) + ψ′(β).
 * Recurrence ψ′(x) = ψ′(x + 1) + 1/x² up to 8, then the asymptotic series: Abramowitz & Stegun 6.4.6 and 6.4.12;
 * the absolute error is below 1e-10.
 */
export function trigamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < 8; at += 1) sum += 1 / (at * at);
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series = 1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * (5 / 66))));
  return sum + inverse + square / 2 + inverse * square * series;
}
