// Numbers: what fails where the result does not fit, and what cannot fail.

#define CHECKED(name, operation, right)                         \
  HANDLER(name) {                                               \
    int64_t result;                                             \
    LEAVE_UNLESS(!operation(INT(b), right, &result));           \
    w[i->a] = (uint64_t)result;                                 \
    NEXT;                                                       \
  }

CHECKED(addInt, __builtin_add_overflow, INT(c))
CHECKED(subtractInt, __builtin_sub_overflow, INT(c))
CHECKED(multiplyInt, __builtin_mul_overflow, INT(c))
CHECKED(addImmediate, __builtin_add_overflow, IMMEDIATE(c))
CHECKED(subtractImmediate, __builtin_sub_overflow, IMMEDIATE(c))
CHECKED(multiplyImmediate, __builtin_mul_overflow, IMMEDIATE(c))

HANDLER(negateInt) {
  int64_t result;
  LEAVE_UNLESS(!__builtin_sub_overflow((int64_t)0, INT(b), &result));
  w[i->a] = (uint64_t)result;
  NEXT;
}

// Processors divide short numbers in less time than long ones.

static inline int64_t quotient(int64_t a, int64_t b) {
  if (((uint64_t)a | (uint64_t)b) >> 32 == 0) return (uint32_t)a / (uint32_t)b;
  return a / b;
}

static inline int64_t rest(int64_t a, int64_t b) {
  if (((uint64_t)a | (uint64_t)b) >> 32 == 0) return (uint32_t)a % (uint32_t)b;
  return a % b;
}

static inline bool is_divisible(int64_t a, int64_t b) {
  return b != 0 && !(b == -1 && a == INT64_MIN);
}

HANDLER(divideInt) {
  const int64_t a = INT(b), b = INT(c);
  LEAVE_UNLESS(is_divisible(a, b));
  w[i->a] = (uint64_t)quotient(a, b);
  NEXT;
}

HANDLER(remainderInt) {
  const int64_t a = INT(b), b = INT(c);
  LEAVE_UNLESS(is_divisible(a, b));
  w[i->a] = (uint64_t)rest(a, b);
  NEXT;
}

// An immediate divisor is positive.

HANDLER(divideImmediate) {
  w[i->a] = (uint64_t)quotient(INT(b), i->c);
  NEXT;
}

HANDLER(remainderImmediate) {
  w[i->a] = (uint64_t)rest(INT(b), i->c);
  NEXT;
}

static inline int64_t shifted_left(int64_t value, uint64_t bits) {
  return bits < 64 ? (int64_t)((uint64_t)value << bits) : 0;
}

static inline int64_t shifted_right(int64_t value, uint64_t bits) {
  return value >> (bits < 64 ? bits : 63);
}

HANDLER(shiftLeft) {
  const int64_t value = INT(b), bits = INT(c);
  w[i->a] = (uint64_t)(bits >= 0 ? shifted_left(value, (uint64_t)bits)
                                 : shifted_right(value, -(uint64_t)bits));
  NEXT;
}

HANDLER(shiftRight) {
  const int64_t value = INT(b), bits = INT(c);
  w[i->a] = (uint64_t)(bits >= 0 ? shifted_right(value, (uint64_t)bits)
                                 : shifted_left(value, -(uint64_t)bits));
  NEXT;
}

#define RESULT(name, word)    \
  HANDLER(name) {             \
    w[i->a] = (uint64_t)word; \
    NEXT;                     \
  }

RESULT(wrappingAdd, (w[i->b] + w[i->c]))
RESULT(wrappingSubtract, (w[i->b] - w[i->c]))
RESULT(wrappingMultiply, (w[i->b] * w[i->c]))
RESULT(bitAnd, (w[i->b] & w[i->c]))
RESULT(bitOr, (w[i->b] | w[i->c]))
RESULT(bitXor, (w[i->b] ^ w[i->c]))
RESULT(bitNot, ~w[i->b])

RESULT(addDouble, as_word(DOUBLE(b) + DOUBLE(c)))
RESULT(subtractDouble, as_word(DOUBLE(b) - DOUBLE(c)))
RESULT(multiplyDouble, as_word(DOUBLE(b) * DOUBLE(c)))
RESULT(divideDouble, as_word(DOUBLE(b) / DOUBLE(c)))
RESULT(addProduct, as_word(DOUBLE(d) + DOUBLE(b) * DOUBLE(c)))
RESULT(subtractProduct, as_word(DOUBLE(d) - DOUBLE(b) * DOUBLE(c)))
RESULT(productAdd, as_word(DOUBLE(b) * DOUBLE(c) + DOUBLE(d)))
RESULT(productSubtract, as_word(DOUBLE(b) * DOUBLE(c) - DOUBLE(d)))
RESULT(negateDouble, (w[i->b] ^ UINT64_C(1) << 63))
RESULT(absoluteDouble, (w[i->b] & ~(UINT64_C(1) << 63)))
RESULT(squareRoot, as_word(__builtin_elementwise_sqrt(DOUBLE(b))))
RESULT(intToDouble, as_word((double)INT(b)))

HANDLER(doubleToInt) {
  const double value = DOUBLE(b);
  // -2^63 fits, 2^63 does not, and every double between them is an integer when truncated.
  LEAVE_UNLESS(value >= -0x1p63 && value < 0x1p63);
  w[i->a] = (uint64_t)(int64_t)value;
  NEXT;
}

RESULT(equalInt, (w[i->b] == w[i->c]))
RESULT(notEqualInt, (w[i->b] != w[i->c]))
RESULT(lessInt, (INT(b) < INT(c)))
RESULT(lessOrEqualInt, (INT(b) <= INT(c)))
RESULT(equalDouble, (DOUBLE(b) == DOUBLE(c)))
RESULT(notEqualDouble, (DOUBLE(b) != DOUBLE(c)))
RESULT(lessDouble, (DOUBLE(b) < DOUBLE(c)))
RESULT(lessOrEqualDouble, (DOUBLE(b) <= DOUBLE(c)))
RESULT(not, (1 - w[i->b]))
