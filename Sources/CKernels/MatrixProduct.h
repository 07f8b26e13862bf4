// The matrix product, in tiles of TILE_ROWS rows and TILE_COLUMNS columns that stay in registers.
//
// A block of b is copied once, so that the columns of a tile lie side by side for one p after another.
// (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008.)

enum {
  TILE_COLUMNS = TILE_VECTORS * LANES,
  BLOCK_INNER = 256,
  BLOCK_ROWS = 768,
  BLOCK_COLUMNS = 32,
  // From this many columns on, copying a pays, too.
  MANY_COLUMNS = 128,
};

/// Adds one tile of the product: `rows` rows of a times a packed panel of b.
static inline __attribute__((always_inline)) void add_tile(int rows, ptrdiff_t inner,
                                                           kernel_matrix a, const double *panel,
                                                           double *c, ptrdiff_t stride) {
  vector tile[TILE_ROWS][TILE_VECTORS];
  for (int i = 0; i < rows; i++) {
    for (int v = 0; v < TILE_VECTORS; v++) tile[i][v] = load(c + i * stride + v * LANES);
  }
  const double *row[TILE_ROWS];
  for (int i = 0; i < rows; i++) row[i] = a.start + i * a.row;
  for (ptrdiff_t p = 0; p < inner; p++, panel += TILE_COLUMNS) {
    for (int v = 0; v < TILE_VECTORS; v++) {
      vector b = load(panel + v * LANES);
      for (int i = 0; i < rows; i++) tile[i][v] = fused(row[i][p * a.column], b, tile[i][v]);
    }
  }
  for (int i = 0; i < rows; i++) {
    for (int v = 0; v < TILE_VECTORS; v++) store(c + i * stride + v * LANES, tile[i][v]);
  }
}

/// Adds a tile of `rows` rows, each number of rows with a loop of its own.
static inline void add_rows(ptrdiff_t rows, ptrdiff_t inner, kernel_matrix a, const double *panel,
                            double *c, ptrdiff_t stride) {
  switch (rows) {
#define CASE(n) \
  case n: return add_tile(n <= TILE_ROWS ? n : TILE_ROWS, inner, a, panel, c, stride);
    CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6)
#if TILE_ROWS > 6
    CASE(7) CASE(8) CASE(9) CASE(10) CASE(11) CASE(12)
#endif
#undef CASE
  }
}

/// Adds a tile of which only `columns` columns exist.
static void add_narrow_tile(ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t inner, kernel_matrix a,
                            const double *panel, double *c, ptrdiff_t stride) {
  double whole[TILE_ROWS * TILE_COLUMNS] = {0};
  for (ptrdiff_t i = 0; i < rows; i++) {
    for (ptrdiff_t j = 0; j < columns; j++) whole[i * TILE_COLUMNS + j] = c[i * stride + j];
  }
  add_rows(rows, inner, a, panel, whole, TILE_COLUMNS);
  for (ptrdiff_t i = 0; i < rows; i++) {
    for (ptrdiff_t j = 0; j < columns; j++) c[i * stride + j] = whole[i * TILE_COLUMNS + j];
  }
}

/// Copies a block of b into panels of TILE_COLUMNS columns, with zeros for those that do not exist.
static void pack(kernel_matrix b, ptrdiff_t inner, ptrdiff_t columns, double *panels) {
  for (ptrdiff_t j = 0; j < columns; j += TILE_COLUMNS, b.start += TILE_COLUMNS * b.column) {
    ptrdiff_t width = columns - j < TILE_COLUMNS ? columns - j : TILE_COLUMNS;
    for (ptrdiff_t p = 0; p < inner; p++, panels += TILE_COLUMNS) {
      const double *row = b.start + p * b.row;
      if (width == TILE_COLUMNS && b.column == 1) {
        for (int v = 0; v < TILE_COLUMNS; v += LANES) store(panels + v, load(row + v));
      } else {
        for (ptrdiff_t i = 0; i < TILE_COLUMNS; i++) {
          panels[i] = i < width ? row[i * b.column] : 0;
        }
      }
    }
  }
}

/// Adds the product of some rows of a, whose tiles lie `step` apart, and one packed block of b.
static void add_block(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, kernel_matrix a,
                      ptrdiff_t step, const double *panels, double *c, ptrdiff_t stride) {
  for (ptrdiff_t i = 0; i < rows; i += TILE_ROWS, a.start += step) {
    ptrdiff_t height = rows - i < TILE_ROWS ? rows - i : TILE_ROWS;
    for (ptrdiff_t j = 0; j < columns; j += TILE_COLUMNS) {
      const double *panel = panels + j * inner;
      double *tile = c + i * stride + j;
      if (columns - j >= TILE_COLUMNS) {
        add_rows(height, inner, a, panel, tile, stride);
      } else {
        add_narrow_tile(height, columns - j, inner, a, panel, tile, stride);
      }
    }
  }
}

/// Copies rows of a so that those of a tile lie side by side for one p after another.
static void pack_rows(kernel_matrix a, ptrdiff_t rows, ptrdiff_t inner, double *packed) {
  for (ptrdiff_t i = 0; i < rows; i += TILE_ROWS, packed += TILE_ROWS * inner) {
    ptrdiff_t height = rows - i < TILE_ROWS ? rows - i : TILE_ROWS;
    for (ptrdiff_t p = 0; p < inner; p++) {
      const double *column = a.start + i * a.row + p * a.column;
      for (ptrdiff_t k = 0; k < TILE_ROWS; k++) {
        packed[p * TILE_ROWS + k] = k < height ? column[k * a.row] : 0;
      }
    }
  }
}

void KERNEL(kernel_matmul)(ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns, kernel_matrix a,
                           kernel_matrix b, double *c, ptrdiff_t stride) {
  __attribute__((aligned(64))) double panels[BLOCK_INNER * BLOCK_COLUMNS];
  // Copied are whole tiles. Without memory for the copy, a is read as it lies.
  ptrdiff_t copied = rows < BLOCK_ROWS ? (rows + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS : BLOCK_ROWS;
  double *packed =
      columns < MANY_COLUMNS ? NULL : malloc((size_t)copied * BLOCK_INNER * sizeof(double));
  ptrdiff_t block_rows = packed ? BLOCK_ROWS : rows;
  for (ptrdiff_t p = 0; p < inner; p += BLOCK_INNER) {
    ptrdiff_t depth = inner - p < BLOCK_INNER ? inner - p : BLOCK_INNER;
    for (ptrdiff_t i = 0; i < rows; i += block_rows) {
      ptrdiff_t height = rows - i < block_rows ? rows - i : block_rows;
      kernel_matrix left = {a.start + i * a.row + p * a.column, a.row, a.column};
      ptrdiff_t step = TILE_ROWS * a.row;
      if (packed) {
        pack_rows(left, height, depth, packed);
        left = (kernel_matrix){packed, 1, TILE_ROWS};
        step = TILE_ROWS * depth;
      }
      for (ptrdiff_t j = 0; j < columns; j += BLOCK_COLUMNS) {
        ptrdiff_t width = columns - j < BLOCK_COLUMNS ? columns - j : BLOCK_COLUMNS;
        kernel_matrix right = {b.start + p * b.row + j * b.column, b.row, b.column};
        pack(right, depth, width, panels);
        add_block(height, depth, width, left, step, panels, c + i * stride + j, stride);
      }
    }
  }
  free(packed);
}
