;; What networks are worked out with, four numbers at a time. `node scripts/arithmetic.mjs` writes what this is assembled to into
;; arithmetic-code.ts. All addresses are of 32-bit floats unless they say otherwise, and all sizes are in bytes and multiples of 16.
(module
  (memory (import "arithmetic" "memory") 1)

  ;; sums[row] = the sum over columns of matrix[row][column] * vector[column]
  ;; A matrix is of signed bytes, $scales has what one step of each row is worth. Its rows come by fours, and have $width bytes, a
  ;; multiple of 16. $vector has as many numbers; they are rounded to two bytes each at $rounded.
  (func (export "multiply")
    (param $matrix i32) (param $scales i32) (param $rows i32) (param $width i32)
    (param $vector i32) (param $rounded i32) (param $sums i32)
    (local $end i32) (local $at i32) (local $second i32) (local $third i32) (local $fourth i32) (local $step v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $values v128) (local $next v128)
    (local $low v128) (local $high v128)
    (local.set $step (f32x4.splat (call $round
      (local.get $vector) (i32.shl (local.get $width) (i32.const 2)) (local.get $rounded))))
    (local.set $end (i32.add (local.get $rounded) (i32.shl (local.get $width) (i32.const 1))))
    (block $done
      (loop $rowsOfFour
        (br_if $done (i32.eqz (local.get $rows)))
        (local.set $second (i32.add (local.get $matrix) (local.get $width)))
        (local.set $third (i32.add (local.get $second) (local.get $width)))
        (local.set $fourth (i32.add (local.get $third) (local.get $width)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $rounded))
        (loop $columns
          (local.set $values (v128.load (local.get $at)))
          (local.set $next (v128.load offset=16 (local.get $at)))
          (local.set $a (i32x4.add (local.get $a) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $matrix)) (local.get $values))
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $matrix)) (local.get $next)))))
          (local.set $b (i32x4.add (local.get $b) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $second)) (local.get $values))
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $second)) (local.get $next)))))
          (local.set $c (i32x4.add (local.get $c) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $third)) (local.get $values))
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $third)) (local.get $next)))))
          (local.set $d (i32x4.add (local.get $d) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load8x8_s (local.get $fourth)) (local.get $values))
            (i32x4.dot_i16x8_s (v128.load8x8_s offset=8 (local.get $fourth)) (local.get $next)))))
          (local.set $matrix (i32.add (local.get $matrix) (i32.const 16)))
          (local.set $second (i32.add (local.get $second) (i32.const 16)))
          (local.set $third (i32.add (local.get $third) (i32.const 16)))
          (local.set $fourth (i32.add (local.get $fourth) (i32.const 16)))
          (br_if $columns (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 32))) (local.get $end)))
        )
        ;; Four bytes hold each part, not their sum.
        (local.set $a (f32x4.convert_i32x4_s (local.get $a)))
        (local.set $b (f32x4.convert_i32x4_s (local.get $b)))
        (local.set $c (f32x4.convert_i32x4_s (local.get $c)))
        (local.set $d (f32x4.convert_i32x4_s (local.get $d)))
        ;; Four sums of four parts each become one vector of four sums: a0 b0 a1 b1 + a2 b2 a3 b3, and so for c and d.
        (local.set $low (f32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
        (local.set $high (f32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
        (v128.store (local.get $sums) (f32x4.mul
          (f32x4.add
            (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $low) (local.get $high))
            (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $low) (local.get $high)))
          (f32x4.mul (local.get $step) (v128.load (local.get $scales)))))
        (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
        (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
        (local.set $matrix (local.get $fourth))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 4)))
        (br $rowsOfFour)
      )
    )
  )

  ;; Writes numbers, eight at a time, as whole ones of two bytes each to $rounded, and gives what one step of these is worth.
  (func $round (param $values i32) (param $size i32) (param $rounded i32) (result f32)
    (local $end i32) (local $at i32) (local $most v128) (local $greatest f32) (local $steps v128)
    (local.set $end (i32.add (local.get $values) (local.get $size)))
    (local.set $at (local.get $values))
    (local.set $most (v128.const f32x4 1e-30 1e-30 1e-30 1e-30))
    (loop $fours
      (local.set $most (f32x4.pmax (local.get $most) (f32x4.abs (v128.load (local.get $at)))))
      (br_if $fours (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))
    )
    (local.set $greatest (f32.max
      (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
      (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
    (local.set $steps (f32x4.splat (f32.div (f32.const 32767) (local.get $greatest))))
    (loop $eights
      (v128.store (local.get $rounded) (i16x8.narrow_i32x4_s
        (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $steps) (v128.load (local.get $values)))))
        (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $steps) (v128.load offset=16 (local.get $values)))))))
      (local.set $rounded (i32.add (local.get $rounded) (i32.const 16)))
      (br_if $eights (i32.lt_u (local.tee $values (i32.add (local.get $values) (i32.const 32))) (local.get $end)))
    )
    (f32.div (local.get $greatest) (f32.const 32767))
  )

  ;; Windows of three words. $words has the addresses of $count words' parts, with one more before and after them: each word has
  ;; $size bytes for where the next stands, then as many for where it stands itself, then for where the last stands before it.
  ;; Writes each window's units, above 0, to $windows; the sum of its units times $attend to $weights; and raises $greatest.
  (func (export "pool")
    (param $words i32) (param $count i32) (param $size i32) (param $bias i32) (param $attend i32)
    (param $windows i32) (param $weights i32) (param $greatest i32)
    (local $before i32) (local $at i32) (local $after i32) (local $j i32) (local $value v128) (local $sum v128)
    (block $done
      (loop $eachWord
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $before (i32.load (local.get $words)))
        (local.set $at (i32.add (i32.load offset=4 (local.get $words)) (local.get $size)))
        (local.set $after (i32.add (i32.load offset=8 (local.get $words)) (i32.shl (local.get $size) (i32.const 1))))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $j (i32.const 0))
        (loop $units
          (local.set $value (f32x4.pmax (v128.const f32x4 0 0 0 0) (f32x4.add
            (f32x4.add (v128.load (i32.add (local.get $bias) (local.get $j))) (v128.load (i32.add (local.get $before) (local.get $j))))
            (f32x4.add (v128.load (i32.add (local.get $at) (local.get $j))) (v128.load (i32.add (local.get $after) (local.get $j)))))))
          (v128.store (i32.add (local.get $windows) (local.get $j)) (local.get $value))
          (v128.store (i32.add (local.get $greatest) (local.get $j))
            (f32x4.pmax (v128.load (i32.add (local.get $greatest) (local.get $j))) (local.get $value)))
          (local.set $sum (f32x4.add (local.get $sum)
            (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $attend) (local.get $j))))))
          (br_if $units (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $size)))
        )
        (f32.store (local.get $weights) (call $across (local.get $sum)))
        (local.set $words (i32.add (local.get $words) (i32.const 4)))
        (local.set $weights (i32.add (local.get $weights) (i32.const 4)))
        (local.set $windows (i32.add (local.get $windows) (local.get $size)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $eachWord)
      )
    )
  )

  ;; into += share * from
  (func (export "addShare") (param $into i32) (param $from i32) (param $size i32) (param $share f32)
    (local $end i32) (local $shares v128)
    (local.set $end (i32.add (local.get $from) (local.get $size)))
    (local.set $shares (f32x4.splat (local.get $share)))
    (loop $fours
      (v128.store (local.get $into) (f32x4.add (v128.load (local.get $into))
        (f32x4.mul (local.get $shares) (v128.load (local.get $from)))))
      (local.set $into (i32.add (local.get $into) (i32.const 16)))
      (br_if $fours (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))
    )
  )

  ;; Softmax in place: e to each number, all of them together 1.
  (func (export "soften") (param $values i32) (param $size i32)
    (local $end i32) (local $at i32) (local $most v128) (local $sum v128) (local $value v128) (local $whole v128)
    (local.set $end (i32.add (local.get $values) (local.get $size)))
    (local.set $most (v128.load (local.get $values)))
    (local.set $at (local.get $values))
    (loop $fours
      (local.set $most (f32x4.pmax (local.get $most) (v128.load (local.get $at))))
      (br_if $fours (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))
    )
    (local.set $most (f32x4.pmax (local.get $most)
      (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $most) (local.get $most))))
    (local.set $most (f32x4.pmax (local.get $most)
      (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $most) (local.get $most))))
    (local.set $at (local.get $values))
    (loop $powers
      ;; e^x is 2^(x log2 e): the whole part of that is an exponent, the rest, from -1/2 to 1/2, is put into the series of 2^x.
      (local.set $value (f32x4.mul (v128.const f32x4 1.44269504 1.44269504 1.44269504 1.44269504)
        (f32x4.pmax (v128.const f32x4 -87 -87 -87 -87) (f32x4.sub (v128.load (local.get $at)) (local.get $most)))))
      (local.set $whole (f32x4.nearest (local.get $value)))
      (local.set $value (f32x4.sub (local.get $value) (local.get $whole)))
      (local.set $value
        (call $next (local.get $value) (v128.const f32x4 1 1 1 1)
        (call $next (local.get $value) (v128.const f32x4 0.693147181 0.693147181 0.693147181 0.693147181)
        (call $next (local.get $value) (v128.const f32x4 0.240226507 0.240226507 0.240226507 0.240226507)
        (call $next (local.get $value) (v128.const f32x4 0.0555041087 0.0555041087 0.0555041087 0.0555041087)
        (call $next (local.get $value) (v128.const f32x4 0.00961812911 0.00961812911 0.00961812911 0.00961812911)
        (call $next (local.get $value) (v128.const f32x4 0.00133335581 0.00133335581 0.00133335581 0.00133335581)
          (v128.const f32x4 0.000154035304 0.000154035304 0.000154035304 0.000154035304))))))))
      (local.set $value (f32x4.mul (local.get $value)
        (i32x4.shl (i32x4.add (i32x4.trunc_sat_f32x4_s (local.get $whole)) (v128.const i32x4 127 127 127 127)) (i32.const 23))))
      (v128.store (local.get $at) (local.get $value))
      (local.set $sum (f32x4.add (local.get $sum) (local.get $value)))
      (br_if $powers (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))
    )
    (local.set $sum (f32x4.splat (call $across (local.get $sum))))
    (local.set $at (local.get $values))
    (loop $parts
      (v128.store (local.get $at) (f32x4.div (v128.load (local.get $at)) (local.get $sum)))
      (br_if $parts (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))
    )
  )

  ;; One step of a series: factor + x * what follows.
  (func $next (param $x v128) (param $factor v128) (param $rest v128) (result v128)
    (f32x4.add (local.get $factor) (f32x4.mul (local.get $x) (local.get $rest))))

  ;; The sum of a vector's four numbers.
  (func $across (param $of v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $of)) (f32x4.extract_lane 1 (local.get $of)))
      (f32.add (f32x4.extract_lane 2 (local.get $of)) (f32x4.extract_lane 3 (local.get $of)))))
)
