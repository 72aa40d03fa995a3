;; The product of a matrix and a vector, sixteen products at a time. `node scripts/product.mjs` writes what it is assembled to
;; into product-code.ts.
(module
  (memory (import "product" "memory") 1)

  ;; sums[row] = the sum over columns of matrix[row][column] * vector[column]
  ;; All are addresses of 32-bit floats. Rows come by fours, and a row and the vector have $width bytes, a multiple of 16.
  (func (export "multiply")
    (param $matrix i32) (param $rows i32) (param $width i32) (param $vector i32) (param $sums i32)
    (local $end i32) (local $at i32) (local $second i32) (local $third i32) (local $fourth i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $values v128)
    (local $low v128) (local $high v128)
    (local.set $end (i32.add (local.get $vector) (local.get $width)))
    (block $done
      (loop $rowsOfFour
        (br_if $done (i32.eqz (local.get $rows)))
        (local.set $second (i32.add (local.get $matrix) (local.get $width)))
        (local.set $third (i32.add (local.get $second) (local.get $width)))
        (local.set $fourth (i32.add (local.get $third) (local.get $width)))
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0))
        (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $at (local.get $vector))
        (loop $columns
          (local.set $values (v128.load (local.get $at)))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (v128.load (local.get $matrix)) (local.get $values))))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (v128.load (local.get $second)) (local.get $values))))
          (local.set $c (f32x4.add (local.get $c) (f32x4.mul (v128.load (local.get $third)) (local.get $values))))
          (local.set $d (f32x4.add (local.get $d) (f32x4.mul (v128.load (local.get $fourth)) (local.get $values))))
          (local.set $matrix (i32.add (local.get $matrix) (i32.const 16)))
          (local.set $second (i32.add (local.get $second) (i32.const 16)))
          (local.set $third (i32.add (local.get $third) (i32.const 16)))
          (local.set $fourth (i32.add (local.get $fourth) (i32.const 16)))
          (br_if $columns (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))
        )
        ;; Four sums of four parts each become one vector of four sums: a0 b0 a1 b1 + a2 b2 a3 b3, and so for c and d.
        (local.set $low (f32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
        (local.set $high (f32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
        (v128.store (local.get $sums) (f32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $low) (local.get $high))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $low) (local.get $high))))
        (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
        (local.set $matrix (local.get $fourth))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 4)))
        (br $rowsOfFour)
      )
    )
  )
)
