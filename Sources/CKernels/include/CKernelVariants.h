// The kernels as they are where the processor has nothing special, for tests: they give the same bits.

#ifndef CKERNELVARIANTS_H
#define CKERNELVARIANTS_H

#include "CKernels.h"

__typeof__(kernel_matmul) kernel_matmul_portable;
__typeof__(kernel_exp) kernel_exp_portable;
__typeof__(kernel_softmax) kernel_softmax_portable;
__typeof__(kernel_cross_entropy) kernel_cross_entropy_portable;
__typeof__(kernel_batch_norm) kernel_batch_norm_portable;
__typeof__(kernel_batch_norm_inference) kernel_batch_norm_inference_portable;
__typeof__(kernel_batch_norm_gradient) kernel_batch_norm_gradient_portable;
__typeof__(kernel_rectify) kernel_rectify_portable;
__typeof__(kernel_rectify_gradient) kernel_rectify_gradient_portable;
__typeof__(kernel_adam) kernel_adam_portable;
__typeof__(kernel_philox) kernel_philox_portable;
__typeof__(kernel_uniform) kernel_uniform_portable;
__typeof__(kernel_integers) kernel_integers_portable;

#endif
