/** A tall matrix, row after row: `rows` rows of `columns` numbers each. */
export interface TallMatrix {
  rows: number
  columns: number
  values: Float64Array
}

/** A pivot this small against the largest one says: this column is a mixture of earlier ones. */
const DEPENDENT = 1e-10

/**
 * Makes the columns orthonormal in place and keeps what they span (Cholesky QR: Q = Y R^-1 with R'R = Y'Y).
 * Columns that depend on earlier ones become zero. One column is scaled by no more than its own norm, so the
 * caller should not let condition numbers grow beyond about 1e6 between two calls.
 */
export function orthonormalise(matrix: TallMatrix): void {
  const { rows, columns, values } = matrix
  const inverse = inverseByColumn(cholesky(gram(matrix), columns), columns)
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    if (isZero(values, from, columns)) continue
    // From the last column down: each needs only itself and those on its left.
    for (let column = columns - 1; column >= 0; column--) {
      values[from + column] = product(values, from, inverse, column * columns, column + 1)
    }
  }
}

/** True for the row of a term that only one text holds: half of a vocabulary, so worth passing over. */
function isZero(values: Float64Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at++) if (values[at] !== 0) return false
  return true
}

/** Sum of `length` products of two stretches. Four sums side by side keep the processor busy. */
function product(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let at = 0
  for (; at + 3 < length; at += 4) {
    s0 += a[fromA + at]! * b[fromB + at]!
    s1 += a[fromA + at + 1]! * b[fromB + at + 1]!
    s2 += a[fromA + at + 2]! * b[fromB + at + 2]!
    s3 += a[fromA + at + 3]! * b[fromB + at + 3]!
  }
  for (; at < length; at++) s0 += a[fromA + at]! * b[fromB + at]!
  return s0 + s1 + (s2 + s3)
}

/** The inverse of an upper triangular matrix, column after column; columns without a pivot are zero. */
function inverseByColumn(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  for (let column = 0; column < n; column++) {
    const line = column * n
    if (factor[line + column] === 0) continue
    inverse[line + column] = 1 / factor[line + column]!
    for (let row = column - 1; row >= 0; row--) {
      const pivot = factor[row * n + row]!
      if (pivot === 0) continue
      const sum = product(factor, row * n + row + 1, inverse, line + row + 1, column - row)
      inverse[line + row] = -sum / pivot
    }
  }
  return inverse
}

/** Y'Y, upper half. */
function gram({ rows, columns, values }: TallMatrix): Float64Array {
  const product = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    for (let i = 0; i < columns; i++) {
      const value = values[from + i]!
      if (value === 0) continue
      const line = i * columns
      for (let j = i; j < columns; j++) product[line + j]! += value * values[from + j]!
    }
  }
  return product
}

/** Upper triangular R with R'R = the symmetric matrix, whose upper half is overwritten. */
function cholesky(matrix: Float64Array, n: number): Float64Array {
  let largest = 0
  for (let i = 0; i < n; i++) largest = Math.max(largest, matrix[i * n + i]!)
  for (let i = 0; i < n; i++) {
    const line = i * n
    const pivot = matrix[line + i]! > DEPENDENT * largest ? Math.sqrt(matrix[line + i]!) : 0
    for (let j = i; j < n; j++) matrix[line + j] = pivot === 0 ? 0 : matrix[line + j]! / pivot
    for (let row = i + 1; row < n; row++) {
      const value = matrix[line + row]!
      if (value === 0) continue
      for (let j = row; j < n; j++) matrix[row * n + j]! -= value * matrix[line + j]!
    }
  }
  return matrix
}
