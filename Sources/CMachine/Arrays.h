// Elements of arrays: read where the index is one of the array's, changed where it has no other owner.

HANDLER(arrayCount) {
  LEAVE_UNLESS(ARRAY(b));
  w[i->a] = (uint64_t)ARRAY(b)->count;
  NEXT;
}

HANDLER(arrayWord) {
  const machine_array *const array = ARRAY(b);
  LEAVE_UNLESS(holds(array, INT(c)));
  w[i->a] = array->words[INT(c)];
  NEXT;
}

HANDLER(nestedArrayWord) {
  const machine_array *const rows = ARRAY(b);
  LEAVE_UNLESS(holds(rows, INT(c)));
  const machine_array *const row = rows->references[INT(c)];
  LEAVE_UNLESS(holds(row, INT(d)));
  w[i->a] = row->words[INT(d)];
  NEXT;
}

HANDLER(arrayField) {
  const machine_array *const array = ARRAY(b);
  LEAVE_UNLESS(holds(array, INT(c)));
  w[i->a] = array->words[INT(c) * array->element_words + i->d];
  NEXT;
}

HANDLER(setArrayWord) {
  machine_array *const array = ARRAY(a);
  LEAVE_UNLESS(holds(array, INT(b)) && is_unshared(array, m));
  array->words[INT(b)] = w[i->c];
  NEXT;
}

HANDLER(setArrayField) {
  machine_array *const array = ARRAY(a);
  LEAVE_UNLESS(holds(array, INT(b)) && is_unshared(array, m));
  array->words[INT(b) * array->element_words + i->d] = w[i->c];
  NEXT;
}

HANDLER(arrayReference) {
  const machine_array *const array = ARRAY(b);
  LEAVE_UNLESS(holds(array, INT(c)));
  void *const object = array->references[INT(c)];
  LEAVE_UNLESS(retain(object, m));
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(setArrayReference) {
  machine_array *const array = ARRAY(a);
  LEAVE_UNLESS(holds(array, INT(b)) && is_unshared(array, m));
  void *const object = r[i->c];
  LEAVE_UNLESS(retain(object, m));
  replace(array->references + INT(b), object, m);
  NEXT;
}

HANDLER(takeArrayReference) {
  machine_array *const array = ARRAY(b);
  LEAVE_UNLESS(holds(array, INT(c)) && is_unshared(array, m));
  void **const kept = array->references + INT(c);
  void *const object = *kept;
  *kept = NULL;
  replace(r + i->a, object, m);
  NEXT;
}

HANDLER(appendWord) {
  machine_array *const array = ARRAY(a);
  LEAVE_UNLESS(array && is_unshared(array, m) && array->count < array->capacity);
  array->words[array->count++] = w[i->b];
  NEXT;
}
