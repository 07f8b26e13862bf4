// The rectifier and its slope, which is 0 at 0.

void KERNEL(kernel_rectify)(const double *x, double *y, ptrdiff_t count) {
  ptrdiff_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    vector v = load(x + i);
    store(y + i, chosen(v < 0, 0, v));
  }
  for (; i < count; i++) y[i] = x[i] < 0 ? 0 : x[i];
}

void KERNEL(kernel_rectify_gradient)(const double *x, double *gradient, ptrdiff_t count) {
  ptrdiff_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    store(gradient + i, chosen(load(x + i) > 0, load(gradient + i), 0));
  }
  for (; i < count; i++) gradient[i] = x[i] > 0 ? gradient[i] : 0;
}
