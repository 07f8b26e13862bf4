// Jumps, and the ends of counting loops.

HANDLER(jump) { JUMP; }

#define JUMP_IF(name, condition) \
  HANDLER(name) {                \
    if (condition) JUMP;         \
    NEXT;                        \
  }

JUMP_IF(jumpIf, w[i->a] != 0)
JUMP_IF(jumpUnless, w[i->a] == 0)
JUMP_IF(jumpIfEqualInt, w[i->a] == w[i->b])
JUMP_IF(jumpIfNotEqualInt, w[i->a] != w[i->b])
JUMP_IF(jumpIfLessInt, INT(a) < INT(b))
JUMP_IF(jumpIfLessOrEqualInt, INT(a) <= INT(b))
JUMP_IF(jumpIfEqualImmediate, INT(a) == IMMEDIATE(b))
JUMP_IF(jumpIfNotEqualImmediate, INT(a) != IMMEDIATE(b))
JUMP_IF(jumpIfLessImmediate, INT(a) < IMMEDIATE(b))
JUMP_IF(jumpIfGreaterImmediate, INT(a) > IMMEDIATE(b))
JUMP_IF(jumpIfEqualDouble, DOUBLE(a) == DOUBLE(b))
JUMP_IF(jumpIfNotEqualDouble, DOUBLE(a) != DOUBLE(b))
JUMP_IF(jumpIfLessDouble, DOUBLE(a) < DOUBLE(b))
JUMP_IF(jumpIfLessOrEqualDouble, DOUBLE(a) <= DOUBLE(b))
JUMP_IF(jumpUnlessLessDouble, !(DOUBLE(a) < DOUBLE(b)))
JUMP_IF(jumpUnlessLessOrEqualDouble, !(DOUBLE(a) <= DOUBLE(b)))

HANDLER(loopBelow) {
  const int64_t value = (int64_t)(w[i->a] + 1);
  w[i->a] = (uint64_t)value;
  if (value < INT(b)) JUMP;
  NEXT;
}

HANDLER(loopThrough) {
  const int64_t value = INT(a);
  if (value < INT(b)) {
    w[i->a] = (uint64_t)value + 1;
    JUMP;
  }
  NEXT;
}

HANDLER(loopDownThrough) {
  const int64_t value = INT(a);
  if (value > INT(b)) {
    w[i->a] = (uint64_t)value - 1;
    JUMP;
  }
  NEXT;
}

HANDLER(checkRange) {
  LEAVE_UNLESS(INT(a) <= INT(b));
  NEXT;
}
