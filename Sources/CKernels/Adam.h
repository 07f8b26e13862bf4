// Adam and AdamW: Kingma and Ba 2015, algorithm 1; Loshchilov and Hutter 2019.

static inline void adam(double *w, const double *g, double *v, double *s, kernel_adam_step step,
                        ptrdiff_t width) {
  vector parameter = load_up_to(w, width);
  vector gradient = load_up_to(g, width) + step.l2 * parameter;
  vector average = step.beta1 * load_up_to(v, width) + (1 - step.beta1) * gradient;
  vector squares = step.beta2 * load_up_to(s, width) + (1 - step.beta2) * gradient * gradient;
  store_up_to(v, average, width);
  store_up_to(s, squares, width);
  vector divisor = root(squares / step.square_weight) + step.epsilon;
  parameter -= step.shrinkage * parameter;
  parameter -= step.rate * (average / step.average_weight) / divisor;
  store_up_to(w, parameter, width);
}

void KERNEL(kernel_adam)(double *w, const double *g, double *v, double *s, kernel_adam_step step,
                         ptrdiff_t count) {
  ptrdiff_t i = 0;
  for (; i + LANES <= count; i += LANES) adam(w + i, g + i, v + i, s + i, step, LANES);
  if (i < count) adam(w + i, g + i, v + i, s + i, step, count - i);
}
