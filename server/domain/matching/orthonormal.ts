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
  const factor = cholesky(gram(matrix), columns)
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    for (let column = 0; column < columns; column++) {
      const pivot = factor[column * columns + column]!
      const value = pivot === 0 ? 0 : values[from + column]! / pivot
      values[from + column] = value
      if (value === 0) continue
      const line = column * columns
      for (let later = column + 1; later < columns; later++) values[from + later]! -= value * factor[line + later]!
    }
  }
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
