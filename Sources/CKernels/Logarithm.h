// log x = n · ln 2 + log m with x = 2^n · m and √½ ≤ m < √2.

/// The logarithm of numbers from 1 on that are finite, and of NaN; within 1 unit in the last place.
///
/// log m = 2 artanh s with s = f / (2 + f) and f = m - 1, by the polynomial of fdlibm's `e_log.c`
/// (Sun Microsystems, 1993).
static inline vector logarithm(vector x) {
  const integers root_of_half = (integers)(vector)0x1.6a09e667f3bcdp-1;
  integers n = ((integers)x - root_of_half) >> 52;
  vector m = (vector)((integers)x - (n << 52));
  vector exponent = (vector)(n + (integers)(vector)0x1.8p52) - 0x1.8p52;
  vector f = m - 1;
  vector s = f / (2 + f);
  vector z = s * s, w = z * z;
  vector odd = fused(w, (vector)1.479819860511658591e-01, (vector)1.818357216161805012e-01);
  odd = fused(w, odd, (vector)2.857142874366239149e-01);
  odd = fused(w, odd, (vector)6.666666666666735130e-01);
  vector even = fused(w, (vector)1.531383769920937332e-01, (vector)2.222219843214978396e-01);
  even = fused(w, even, (vector)3.999999999940941908e-01);
  vector rest = fused(z, odd, w * even);
  vector half_square = 0.5 * f * f;
  // ln 2 in two parts, the first with zeros at its end, so that n times it is exact.
  vector small = fused(exponent, (vector)1.90821492927058770002e-10, s * (half_square + rest));
  vector result = exponent * 6.93147180369123816490e-01 - ((half_square - small) - f);
  return chosen(x != x, x, result);
}
